import { defineTexts } from '../../../platform/texts.ts'

/** Who comes in, invitations and links: under `settings.members`. */
export const memberTexts = defineTexts(
  {
    about: 'Quién entra y qué puede hacer.',
    person: 'Persona',
    role: 'Rol',
    since: 'Desde',
    you: 'tú',
    roleOf: 'Rol de {{name}}',
    remove: 'Quitar a {{name}}',
    removeSure: '{{name}} dejará de entrar. Lo que hizo se conserva con su nombre.',
    removed: '{{name}} ya no pertenece al espacio',
    changed: '{{name}} es ahora {{role}}',
    resetLink: 'Enlace para que {{name}} cambie su contraseña',
    resetAbout:
      'Vale un día y una sola vez. Al usarlo se cierran sus otras sesiones. Envíaselo por un canal de confianza.',
    invite: 'Invitar',
    inviteTitle: 'Invitar a alguien',
    inviteAbout: 'Se crea un enlace personal que vale durante unos días. Cópialo y envíaselo.',
    email: 'Su correo',
    createLink: 'Crear el enlace',
    link: 'Enlace de invitación para {{email}}',
    linkOnce:
      'Cópialo ahora: por seguridad no se vuelve a mostrar. Si lo pierdes, haz otro en Invitaciones pendientes.',
    onlyHere:
      'Este enlace empieza por localhost y solo se abre en este ordenador. Entra en Embudo por la dirección que usa tu equipo, o ponla en el ajuste PUBLIC_URL, y haz otro.',
    newLink: 'Enlace nuevo',
    renew: 'Enlace nuevo para {{email}}',
    pending: 'Invitaciones pendientes',
    expires: 'Caduca',
    revoke: 'Anular la invitación de {{email}}',
    revoked: 'Invitación anulada',
    rolesTitle: 'Qué puede hacer cada rol',
  },
  {
    about: 'Who comes in and what they may do.',
    person: 'Person',
    role: 'Role',
    since: 'Since',
    you: 'you',
    roleOf: 'Role of {{name}}',
    remove: 'Remove {{name}}',
    removeSure: '{{name}} will no longer come in. What they did is kept under their name.',
    removed: '{{name}} no longer belongs to the workspace',
    changed: '{{name}} is now {{role}}',
    resetLink: 'Link for {{name}} to change their password',
    resetAbout:
      'Good for one day and one use. Using it ends their other sessions. Send it by a channel you trust.',
    invite: 'Invite',
    inviteTitle: 'Invite somebody',
    inviteAbout: 'A personal link is made that is good for a few days. Copy it and send it to them.',
    email: 'Their email',
    createLink: 'Make the link',
    link: 'Invitation link for {{email}}',
    linkOnce:
      'Copy it now: for safety it is not shown again. If it gets lost, make another under Pending invitations.',
    onlyHere:
      'This link begins with localhost and opens on this computer only. Come to Embudo by the address that your team uses, or set it as PUBLIC_URL, and make another.',
    newLink: 'New link',
    renew: 'New link for {{email}}',
    pending: 'Pending invitations',
    expires: 'Expires',
    revoke: 'Revoke the invitation of {{email}}',
    revoked: 'Invitation revoked',
    rolesTitle: 'What each role may do',
  },
)
