import { defineTexts } from '../../platform/texts.ts'

/** Facts on the screen: reading them, editing them, where they come from. */
export const factTexts = defineTexts(
  {
    facts: {
      yes: 'Sí',
      no: 'No',
      add: 'Añadir',
      unknown: 'No se conoce',
      noName: 'Sin nombre',
      numbered: 'N.º {{id}}',
      unknownPerson: 'Alguien que ya no está',
      editOne: 'Editar {{field}}:',
      sources: {
        create: 'Creado a mano',
        edit: 'Editado a mano',
        bulk: 'Edición en bloque',
        import: 'Importado',
        merge: 'Contactos unidos',
        consent: 'Consentimiento u oposición',
        task: 'Tarea',
        delete: 'Eliminado',
        restore: 'Recuperado',
        undo: 'Cambio deshecho',
        demo: 'Datos de ejemplo',
        createDemo: 'Datos de ejemplo',
        api: 'Por la API',
      },
    },
  },
  {
    facts: {
      yes: 'Yes',
      no: 'No',
      add: 'Add',
      unknown: 'Not known',
      noName: 'No name',
      numbered: 'No. {{id}}',
      unknownPerson: 'Someone who is no longer here',
      editOne: 'Edit {{field}}:',
      sources: {
        create: 'Created by hand',
        edit: 'Edited by hand',
        bulk: 'Bulk edit',
        import: 'Imported',
        merge: 'Contacts merged',
        consent: 'Consent or objection',
        task: 'Task',
        delete: 'Deleted',
        restore: 'Restored',
        undo: 'Change undone',
        demo: 'Demo data',
        createDemo: 'Demo data',
        api: 'Through the API',
      },
    },
  },
)
