import { defineTexts } from '../platform/texts.ts'

export const auditTexts = defineTexts(
  {
    audit: {
      title: 'Registro de actividad',
      actions: {
        setup: { done: 'Puso en marcha Embudo' },
        sign_in: { done: 'Inició sesión', failed: 'Hubo un intento fallido de iniciar sesión' },
        sign_out: { done: 'Cerró la sesión' },
        password: {
          changed: 'Cambió su contraseña',
          link_made: 'Creó un enlace para cambiar una contraseña',
          reset: 'Puso otra contraseña con un enlace',
        },
        workspace: { changed: 'Cambió los ajustes' },
        member: {
          joined: 'Se incorporó al equipo',
          role_changed: 'Cambió un rol',
          removed: 'Quitó a una persona del equipo',
          left: 'Dejó el equipo',
        },
        invitation: { created: 'Invitó a una persona', revoked: 'Anuló una invitación' },
        key: { created: 'Creó una clave de API', revoked: 'Revocó una clave de API' },
        contacts: {
          exported: 'Exportó contactos',
          bulk_changed: 'Cambió contactos en bloque',
          deleted: 'Eliminó contactos',
          undone: 'Deshizo un cambio',
          merged: 'Unió contactos',
          restored: 'Recuperó contactos de la papelera',
          noted: 'Escribió, cambió o borró una nota',
          consented: 'Anotó un permiso o una oposición',
        },
        fields: { changed: 'Cambió los campos propios' },
        signals: { changed: 'Cambió las señales propias' },
        import: { started: 'Importó un archivo', undone: 'Deshizo una importación' },
        definitions: { published: 'Publicó unas definiciones' },
        demo: { created: 'Creó los datos de demostración', removed: 'Quitó los datos de demostración' },
      },
    },
  },
  {
    audit: {
      title: 'Activity log',
      actions: {
        setup: { done: 'Set Embudo up' },
        sign_in: { done: 'Signed in', failed: 'There was a failed attempt to sign in' },
        sign_out: { done: 'Signed out' },
        password: {
          changed: 'Changed their password',
          link_made: 'Made a link to change a password',
          reset: 'Set another password with a link',
        },
        workspace: { changed: 'Changed the settings' },
        member: {
          joined: 'Joined the team',
          role_changed: 'Changed a role',
          removed: 'Removed a person from the team',
          left: 'Left the team',
        },
        invitation: { created: 'Invited a person', revoked: 'Revoked an invitation' },
        key: { created: 'Created an API key', revoked: 'Revoked an API key' },
        contacts: {
          exported: 'Exported contacts',
          bulk_changed: 'Changed contacts in bulk',
          deleted: 'Deleted contacts',
          undone: 'Undid a change',
          merged: 'Merged contacts',
          restored: 'Restored contacts from the bin',
          noted: 'Wrote, changed or deleted a note',
          consented: 'Recorded a consent or an objection',
        },
        fields: { changed: 'Changed the custom fields' },
        signals: { changed: 'Changed the custom signals' },
        import: { started: 'Imported a file', undone: 'Undid an import' },
        definitions: { published: 'Published definitions' },
        demo: { created: 'Created the demo data', removed: 'Removed the demo data' },
      },
    },
  },
)
