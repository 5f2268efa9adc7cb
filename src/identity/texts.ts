import { defineTexts } from '../platform/texts.ts'

export const identityTexts = defineTexts(
  {
    identity: {
      permissions: {
        contacts: {
          read: 'Ver contactos',
          write: 'Crear y cambiar contactos',
          delete: 'Eliminar contactos',
          export: 'Exportar contactos',
        },
        events: { write: 'Anotar actividad' },
        imports: { run: 'Importar archivos' },
        reports: { read: 'Ver informes' },
        definitions: { read: 'Ver definiciones', manage: 'Cambiar definiciones' },
        settings: { manage: 'Cambiar los ajustes' },
        members: { manage: 'Administrar el equipo' },
        keys: { manage: 'Administrar claves de API' },
        audit: { read: 'Ver el registro de actividad' },
      },
    },
    errors: {
      identity: {
        wrong_credentials: 'El correo o la contraseña no son correctos.',
        wrong_password: 'Esa no es tu contraseña actual.',
        wrong_key: 'La clave de API no es válida, ha caducado o se ha revocado.',
        too_many_tries: 'Demasiados intentos. Vuelve a probar dentro de {{minutes}} min.',
        password_too_short: 'La contraseña ha de tener {{limit}} caracteres o más.',
        password_too_long: 'La contraseña ha de tener {{limit}} caracteres o menos.',
        password_common:
          'Esa contraseña es de las primeras que se prueban. Elige otra: varias palabras sin relación funcionan bien.',
        set_up_already: 'Embudo ya está configurado. Inicia sesión.',
        unknown_time_zone: 'Esa zona horaria no existe.',
        unknown_currency: 'Esa moneda no existe: usa su código de tres letras, como EUR.',
        unknown_member: 'Esa persona no pertenece al espacio de trabajo.',
        unknown_person: 'No hay nadie con ese correo.',
        unknown_invitation: 'Esa invitación no existe o ya no se puede usar.',
        unknown_key: 'Esa clave de API no existe o ya está revocada.',
        only_owners: 'Solo quien tiene la propiedad puede darla o quitarla.',
        last_owner: 'Ha de quedar al menos una persona con la propiedad. Dásela antes a otra.',
        member_already: '{{email}} ya pertenece al espacio de trabajo.',
        invitation_not_valid:
          'Esta invitación no es válida: ha caducado, se ha anulado o ya se usó. Pide otra.',
        invitation_for_other: 'Esta invitación es para {{email}}. Cierra la sesión para aceptarla.',
        reset_not_valid: 'Este enlace no es válido: ha caducado o ya se usó. Pide otro.',
        reset_elsewhere:
          'Esta persona también pertenece a un espacio que no administras. La clave se cambia en el servidor: npm run embudo -- user password CORREO.',
        sizes_turned: 'El primer número ha de ser el menor.',
        scope_beyond_role: 'Una clave no puede tener permisos que tú no tienes: {{scopes}}.',
      },
    },
  },
  {
    identity: {
      permissions: {
        contacts: {
          read: 'See contacts',
          write: 'Create and change contacts',
          delete: 'Delete contacts',
          export: 'Export contacts',
        },
        events: { write: 'Record activity' },
        imports: { run: 'Import files' },
        reports: { read: 'See reports' },
        definitions: { read: 'See definitions', manage: 'Change definitions' },
        settings: { manage: 'Change the settings' },
        members: { manage: 'Manage the team' },
        keys: { manage: 'Manage API keys' },
        audit: { read: 'See the activity log' },
      },
    },
    errors: {
      identity: {
        wrong_credentials: 'The email or the password is not right.',
        wrong_password: 'That is not your current password.',
        wrong_key: 'The API key is not valid, has expired or was revoked.',
        too_many_tries: 'Too many tries. Try again in {{minutes}} min.',
        password_too_short: 'The password must have {{limit}} characters or more.',
        password_too_long: 'The password must have {{limit}} characters or fewer.',
        password_common:
          'That password is among the first to be tried. Choose another: several unrelated words work well.',
        set_up_already: 'Embudo is already set up. Sign in.',
        unknown_time_zone: 'There is no such time zone.',
        unknown_currency: 'There is no such currency: use its three-letter code, such as EUR.',
        unknown_member: 'That person does not belong to the workspace.',
        unknown_person: 'There is nobody with that email.',
        unknown_invitation: 'That invitation does not exist or can no longer be used.',
        unknown_key: 'That API key does not exist or is already revoked.',
        only_owners: 'Only an owner can give or take ownership.',
        last_owner: 'At least one owner must remain. Make somebody else an owner first.',
        member_already: '{{email}} already belongs to the workspace.',
        invitation_not_valid:
          'This invitation is not valid: it has expired, was revoked or was already used. Ask for another.',
        invitation_for_other: 'This invitation is for {{email}}. Sign out to accept it.',
        reset_not_valid: 'This link is not valid: it has expired or was already used. Ask for another.',
        reset_elsewhere:
          'This person also belongs to a workspace that you do not administer. Their password is changed on the server: npm run embudo -- user password EMAIL.',
        sizes_turned: 'The first number must be the smaller one.',
        scope_beyond_role: 'A key cannot have permissions that you do not have: {{scopes}}.',
      },
    },
  },
)
