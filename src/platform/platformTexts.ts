import { defineTexts } from './texts.ts'

export const platformTexts = defineTexts(
  {
    errors: {
      workspace: { unknown: 'Este espacio de trabajo no existe.' },
      platform: {
        settings: 'Hay ajustes que corregir antes de arrancar:',
        setting_port: 'PORT ha de ser un número entre 0 y 65535, y es «{{value}}».',
        setting_host: 'HOST ha de ser una dirección de esta máquina, como 127.0.0.1 o 0.0.0.0.',
        setting_data_dir: 'DATA_DIR ha de ser una carpeta.',
        setting_database_url:
          'DATABASE_URL ha de tener la forma postgres://usuario:clave@servidor:5432/base.',
        setting_database_connections:
          'DATABASE_CONNECTIONS ha de ser un número entre 4 y 500, y es «{{value}}».',
        setting_public_url: 'PUBLIC_URL ha de tener la forma https://crm.ejemplo.com, y es «{{value}}».',
        setting_trust_proxy: 'TRUST_PROXY ha de ser on u off, y es «{{value}}».',
        setting_role: 'ROLE ha de ser all, web o worker, y es «{{value}}».',
        setting_log_level: 'LOG_LEVEL ha de ser silent, error, warn, info o debug, y es «{{value}}».',
        setting_import_max_mb:
          'IMPORT_MAX_MB ha de ser un número de megabytes entre 1 y 2000, y es «{{value}}».',
        setting_lang: 'LANG no se entiende.',
        port_taken:
          'El puerto {{port}} está ocupado por otro programa (quizá otro Embudo). Ciérralo o elige otro: PORT={{other}} npm start',
        port_forbidden:
          'Este usuario no puede usar el puerto {{port}}. Elige uno mayor que 1023: PORT=3000 npm start',
        host_unknown: 'Esta máquina no tiene la dirección {{host}}. Corrige HOST (127.0.0.1 o 0.0.0.0).',
        no_embedded:
          'No hay PostgreSQL incluido para {{platform}}. Instala PostgreSQL 15 o posterior e indica DATABASE_URL. Si usas Linux o macOS, repite npm ci: puede que la instalación quedara a medias.',
        no_system_user:
          'PostgreSQL no funciona como root y no se ha podido crear el usuario de sistema «{{user}}». Créalo (useradd --system {{user}}) o arranca Embudo con un usuario corriente.',
        postgres_unusable:
          'El PostgreSQL incluido en {{folder}} no se puede ejecutar en este sistema. Instala PostgreSQL 15 o posterior e indica DATABASE_URL.',
        postgres_failed: 'PostgreSQL no arranca con los datos de {{folder}}. Esto es lo que dice:\n{{said}}',
        other_major:
          'Los datos de {{folder}} son de PostgreSQL {{found}} y este programa trae PostgreSQL {{wanted}}. Arranca con la versión anterior de Embudo y exporta los datos.',
        data_closed:
          'No se puede leer ni escribir en {{folder}}. Arranca con el usuario que creó esa carpeta, o indica otra: DATA_DIR=./otra npm start',
        data_missing:
          'Los datos de PostgreSQL estaban en {{folder}} y ya no están. Recupera esa carpeta de una copia, o borra {{memory}} para empezar de cero.',
        other_password:
          'El PostgreSQL que funciona con estos datos tiene otra clave. Recupera el archivo postgres.json de la carpeta de datos.',
        database_unreachable:
          'No se llega a la base de datos de DATABASE_URL: {{reason}}. Comprueba el servidor, el usuario y la clave.',
        old_postgres:
          'La base de datos es PostgreSQL {{found}} y hace falta la versión {{wanted}} o posterior.',
        newer_schema:
          'Esta base de datos la ha preparado una versión más nueva de Embudo ({{migration}}). Actualiza el programa.',
        edited_migration:
          'La migración {{migration}} ha cambiado desde que se aplicó. Recupera el archivo original.',
        web_unbuilt: 'No se han podido construir las pantallas:\n{{said}}',
      },
    },
  },
  {
    errors: {
      workspace: { unknown: 'There is no such workspace.' },
      platform: {
        settings: 'Some settings need correcting before the start:',
        setting_port: 'PORT must be a number from 0 to 65535, and it is “{{value}}”.',
        setting_host: 'HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.',
        setting_data_dir: 'DATA_DIR must be a folder.',
        setting_database_url: 'DATABASE_URL must look like postgres://user:password@server:5432/database.',
        setting_database_connections:
          'DATABASE_CONNECTIONS must be a number from 4 to 500, and it is “{{value}}”.',
        setting_public_url: 'PUBLIC_URL must look like https://crm.example.com, and it is “{{value}}”.',
        setting_trust_proxy: 'TRUST_PROXY must be on or off, and it is “{{value}}”.',
        setting_role: 'ROLE must be all, web or worker, and it is “{{value}}”.',
        setting_log_level: 'LOG_LEVEL must be silent, error, warn, info or debug, and it is “{{value}}”.',
        setting_import_max_mb:
          'IMPORT_MAX_MB must be a number of megabytes from 1 to 2000, and it is “{{value}}”.',
        setting_lang: 'LANG cannot be understood.',
        port_taken:
          'Port {{port}} is in use by another program (perhaps another Embudo). Close it or choose another: PORT={{other}} npm start',
        port_forbidden: 'This user may not use port {{port}}. Choose one above 1023: PORT=3000 npm start',
        host_unknown: 'This machine does not have the address {{host}}. Correct HOST (127.0.0.1 or 0.0.0.0).',
        no_embedded:
          'There is no embedded PostgreSQL for {{platform}}. Install PostgreSQL 15 or newer and give DATABASE_URL. On Linux or macOS, run npm ci again: the installation may have been cut short.',
        no_system_user:
          'PostgreSQL does not run as root, and the system user “{{user}}” could not be made. Make it (useradd --system {{user}}) or start Embudo as an ordinary user.',
        postgres_unusable:
          'The embedded PostgreSQL in {{folder}} cannot be run on this system. Install PostgreSQL 15 or newer and give DATABASE_URL.',
        postgres_failed:
          'PostgreSQL does not start on the data in {{folder}}. This is what it says:\n{{said}}',
        other_major:
          'The data in {{folder}} is of PostgreSQL {{found}} and this program brings PostgreSQL {{wanted}}. Start the earlier version of Embudo and export the data.',
        data_closed:
          '{{folder}} cannot be read or written. Start as the user who made that folder, or give another: DATA_DIR=./other npm start',
        data_missing:
          'PostgreSQL’s data was in {{folder}} and is no longer there. Bring that folder back from a copy, or delete {{memory}} to start from nothing.',
        other_password:
          'The PostgreSQL that runs on this data has another password. Bring the file postgres.json of the data folder back.',
        database_unreachable:
          'The database of DATABASE_URL cannot be reached: {{reason}}. Check the server, the user and the password.',
        old_postgres: 'The database is PostgreSQL {{found}}; version {{wanted}} or newer is needed.',
        newer_schema:
          'This database was prepared by a newer version of Embudo ({{migration}}). Update the program.',
        edited_migration:
          'The migration {{migration}} has changed since it was run. Bring the original file back.',
        web_unbuilt: 'The screens could not be built:\n{{said}}',
      },
    },
  },
)
