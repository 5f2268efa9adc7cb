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
      built: 'Las pantallas están en {{folder}}.',
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
        build: 'construye las pantallas y termina, para imágenes de contenedor',
        migrate: 'prepara la base de datos y termina',
        import: 'importa un archivo; sin --yes solo dice qué pasaría con cada fila',
        export: 'saca las personas o las organizaciones, en CSV o en Excel (-o clientes.xlsx)',
        rebuild: 'calcula de nuevo en qué etapa está cada contacto y su puntuación',
        verify: 'comprueba que lo guardado es lo que sale de los datos, y muestra cada diferencia',
        definitions:
          'saca las etapas y la puntuación como YAML, o las trae como borrador (con --note las publica)',
        demo: 'llena un espacio de trabajo con datos de ejemplo, o los quita',
        user: 'muestra, añade o cambia la clave de quienes entran',
      },
      import_checking: '{{file}}: {{rows}} filas comprobadas…',
      import_running: '{{file}}: {{rows}} de {{of}} filas importadas…',
      import_checked: '{{file}}: {{rows}} filas comprobadas. No se ha guardado nada; con --yes se importa.',
      import_done: '{{file}}: {{rows}} filas importadas.',
      import_question:
        'La palabra «{{word}}» de la columna «{{column}}» tiene varios sentidos: se guarda en la fila original. Elígelo en el navegador.',
      rebuilding: '{{workspace}}: {{done}} de {{total}} contactos…',
      rebuilt: '{{workspace}}: {{total}} contactos calculados de nuevo, {{changed}} han cambiado.',
      verifying: '{{workspace}}: {{contacts}} contactos comprobados…',
      verified_one: '{{workspace}}: {{contacts}} contactos comprobados, 1 diferencia.',
      verified_other: '{{workspace}}: {{contacts}} contactos comprobados, {{count}} diferencias.',
      definitions_drafted:
        '{{file}}: está en el borrador. Míralo en Definiciones y publícalo allí, o usa --note.',
      definitions_undrafted:
        '{{file}}: cargado. Etapas, puntuación y calificación son las que ya están en vigor o en el borrador.',
      definitions_published: '{{file}}: publicado, y todos colocados.',
      exporting: '{{rows}} de {{of}} filas escritas…',
      exported: 'Guardado en {{output}}.',
      demo_making: '{{workspace}}: preparando los datos de ejemplo…',
      demo_filling: '{{workspace}}: preparando los datos de ejemplo, {{percent}} %…',
      demo_made: '{{workspace}}: datos de ejemplo preparados.',
      demo_removed: '{{workspace}}: datos de ejemplo quitados.',
      user_founded: 'Creada la cuenta de {{email}} y el espacio de trabajo «{{company}}».',
      user_added: '{{email}} entra en «{{workspace}}» con el papel {{role}}.',
      user_known_added:
        '{{email}} ya tenía cuenta: ahora entra también en «{{workspace}}» con el papel {{role}} y con su clave de siempre.',
      user_is_member:
        '{{email}} ya pertenece a «{{workspace}}»: no ha cambiado nada. Su clave se cambia con «user password».',
      password_set: 'Clave de {{email}} cambiada; sus sesiones se han cerrado.',
    },
    errors: {
      cli: {
        import_needs_file: 'Falta el archivo: npm run embudo -- import contactos.csv --yes',
        no_workspace_yet:
          'Todavía no hay ningún espacio de trabajo: abre Embudo en el navegador o usa «user add».',
        which_workspace: 'Hay varios espacios de trabajo. Indica uno con --workspace: {{names}}',
        founded_already:
          'Solo la primera cuenta funda su empresa con --company, y ya hay estos espacios de trabajo: {{names}}. «{{company}}» no se ha creado y {{email}} no ha entrado en ninguno. Para que entre en uno: user add {{email}} --workspace NOMBRE',
        none_to_join:
          'Todavía no hay ningún espacio de trabajo «{{workspace}}»: la primera cuenta lo funda con --company.',
        unknown_workspace: 'No existe el espacio de trabajo «{{wanted}}». Estos son los que hay: {{names}}',
        definitions_usage:
          'No se entiende «definitions {{action}}». Es definitions export o definitions import definiciones.yaml.',
        export_kind: 'No se entiende «{{kind}}»: es person u organization.',
        user_needs_email:
          'Falta el correo: npm run embudo -- user add ana@ejemplo.es --name Ana --company «Mi empresa»',
        unknown_user_action: 'No se entiende «user {{action}}». Es user list, user add o user password.',
        unknown_market: 'No se entiende el mercado «{{given}}»: es b2b o b2c.',
        unknown_role: 'No existe el papel «{{given}}». Son: {{roles}}.',
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
      built: 'The screens are in {{folder}}.',
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
        build: 'builds the screens and ends, for container images',
        migrate: 'prepares the database and ends',
        import: 'imports a file; without --yes it only says what would become of each row',
        export: 'writes people or organisations as CSV or Excel (-o customers.xlsx)',
        rebuild: 'works out again every contact’s stage and score',
        verify: 'checks that what is stored is what the data makes, and shows each difference',
        definitions:
          'writes the stages and the score as YAML, or brings them in as a draft (--note publishes them)',
        demo: 'fills a workspace with example data, or removes it',
        user: 'shows or adds who can sign in, or changes their password',
      },
      import_checking: '{{file}}: {{rows}} rows checked…',
      import_running: '{{file}}: {{rows}} of {{of}} rows imported…',
      import_checked: '{{file}}: {{rows}} rows checked. Nothing was saved; with --yes it is imported.',
      import_done: '{{file}}: {{rows}} rows imported.',
      import_question:
        'The word “{{word}}” in the column “{{column}}” has several senses: it is kept in the original row. Choose one in the browser.',
      rebuilding: '{{workspace}}: {{done}} of {{total}} contacts…',
      rebuilt: '{{workspace}}: {{total}} contacts worked out again, {{changed}} changed.',
      verifying: '{{workspace}}: {{contacts}} contacts checked…',
      verified_one: '{{workspace}}: {{contacts}} contacts checked, 1 difference.',
      verified_other: '{{workspace}}: {{contacts}} contacts checked, {{count}} differences.',
      definitions_drafted:
        '{{file}}: is in the draft. Look at it in Definitions and publish it there, or use --note.',
      definitions_undrafted:
        '{{file}}: loaded. Its stages, score and qualification are in force or in the draft already.',
      definitions_published: '{{file}}: published, and everybody placed.',
      exporting: '{{rows}} of {{of}} rows written…',
      exported: 'Saved in {{output}}.',
      demo_making: '{{workspace}}: making the example data…',
      demo_filling: '{{workspace}}: making the example data, {{percent}}%…',
      demo_made: '{{workspace}}: example data made.',
      demo_removed: '{{workspace}}: example data removed.',
      user_founded: 'Made the account of {{email}} and the workspace “{{company}}”.',
      user_added: '{{email}} joins “{{workspace}}” as {{role}}.',
      user_known_added:
        '{{email}} had an account already: they now join “{{workspace}}” as {{role}} too, with the password that they have.',
      user_is_member:
        '{{email}} already belongs to “{{workspace}}”: nothing changed. Change the password with “user password”.',
      password_set: 'Password of {{email}} changed; their sessions are closed.',
    },
    errors: {
      cli: {
        import_needs_file: 'The file is missing: npm run embudo -- import contacts.csv --yes',
        no_workspace_yet: 'There is no workspace yet: open Embudo in the browser or use “user add”.',
        which_workspace: 'There are several workspaces. Name one with --workspace: {{names}}',
        founded_already:
          'Only the first account founds its company with --company, and there are these workspaces already: {{names}}. “{{company}}” was not made and {{email}} joined none. To have them join one: user add {{email}} --workspace NAME',
        none_to_join:
          'There is no workspace “{{workspace}}” yet: the first account founds it with --company.',
        unknown_workspace: 'There is no workspace “{{wanted}}”. These are the ones there are: {{names}}',
        definitions_usage:
          '“definitions {{action}}” cannot be understood: it is definitions export or definitions import definitions.yaml.',
        export_kind: '“{{kind}}” cannot be understood: it is person or organization.',
        user_needs_email:
          'The email is missing: npm run embudo -- user add ana@example.com --name Ana --company "My company"',
        unknown_user_action:
          '“user {{action}}” cannot be understood. It is user list, user add or user password.',
        unknown_market: 'The market “{{given}}” cannot be understood: it is b2b or b2c.',
        unknown_role: 'There is no role “{{given}}”. They are: {{roles}}.',
      },
    },
  },
)
