import { defineTexts } from '../../platform/texts.ts'

export const cliTexts = defineTexts(
  {
    cli: {
      moved:
        'La base de datos está en {{folder}}: el usuario de PostgreSQL no puede entrar en la carpeta de datos.',
      migrated_one: 'Base de datos preparada (1 migración).',
      migrated_other: 'Base de datos preparada ({{count}} migraciones).',
      current: 'La base de datos ya está al día.',
      building: 'Construyendo las pantallas (solo la primera vez y tras actualizar)…',
      ready: 'Embudo está en marcha: {{address}}',
      working: 'Embudo trabaja en segundo plano (sin pantallas).',
      stop_hint: 'Ctrl+C para cerrarlo.',
      stopping: 'Cerrando…',
      stopped: 'Cerrado.',
      unknown_command: 'No existe la orden «{{command}}». Estas son las que hay:',
      wrong_arguments: 'No se entiende: {{reason}}',
      usage: 'Uso: npm run embudo -- ORDEN [opciones]',
      settings_hint: 'Los ajustes (PORT, DATA_DIR, DATABASE_URL…) se explican en README.md.',
      help: {
        help: 'muestra esta ayuda',
        start: 'arranca el programa y muestra su dirección (es lo que hace npm start)',
        migrate: 'prepara la base de datos y termina',
      },
    },
  },
  {
    cli: {
      moved: 'The database is in {{folder}}: PostgreSQL’s user cannot enter the data folder.',
      migrated_one: 'Database prepared (1 migration).',
      migrated_other: 'Database prepared ({{count}} migrations).',
      current: 'The database is up to date.',
      building: 'Building the screens (the first time and after an update only)…',
      ready: 'Embudo is running: {{address}}',
      working: 'Embudo is working in the background (no screens).',
      stop_hint: 'Ctrl+C closes it.',
      stopping: 'Closing…',
      stopped: 'Closed.',
      unknown_command: 'There is no command “{{command}}”. These are the ones there are:',
      wrong_arguments: 'This cannot be understood: {{reason}}',
      usage: 'Usage: npm run embudo -- COMMAND [options]',
      settings_hint: 'The settings (PORT, DATA_DIR, DATABASE_URL…) are explained in README.md.',
      help: {
        help: 'shows this help',
        start: 'starts the program and shows its address (what npm start does)',
        migrate: 'prepares the database and ends',
      },
    },
  },
)
