import { definePage } from './content.ts'

/** What stands around the dictionary. */
export const wordsTexts = definePage(
  {
    lead: 'Cada programa le puso nombre a lo mismo por su cuenta, y a veces el mismo nombre a cosas distintas. Aquí están las palabras de Embudo junto a las de los demás.',
    parts: [],
    doing: [
      {
        to: '/imports',
        text: 'Importar',
        about: 'Trae tu archivo: Embudo reconoce estas palabras y pregunta si dudan.',
      },
      {
        to: '/definitions',
        text: 'Las definiciones',
        about:
          'Cámbiale el nombre a una etapa, a una relación, a una temperatura o a un veredicto, si en tu empresa se llaman de otro modo.',
      },
      {
        to: '/contacts',
        text: 'Los contactos',
        about: 'Lo que decía el otro programa queda en la página de cada uno.',
      },
    ],
  },
  {
    lead: 'Each program named the same things on its own, and at times gave different things the same name. Here are the words of Embudo beside those of the others.',
    parts: [],
    doing: [
      {
        to: '/imports',
        text: 'Import',
        about: 'Bring your file: Embudo knows these words, and asks when in doubt.',
      },
      {
        to: '/definitions',
        text: 'The definitions',
        about: 'Rename a stage, a relation, a temperature or a verdict, if your company calls it otherwise.',
      },
      {
        to: '/contacts',
        text: 'The contacts',
        about: 'What the other program said is kept on each one’s page.',
      },
    ],
  },
)
