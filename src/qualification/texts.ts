import { defineTexts } from '../platform/texts.ts'

export { frameworkTexts } from './frameworkTexts.ts'
export { questionTexts } from './questionTexts.ts'

/** What the card of qualification says, and what is refused. */
export const qualificationTexts = defineTexts(
  {
    qualification: {
      title: 'Calificación',
      verdicts: {
        qualified: 'Calificado',
        not_yet: 'Sin calificar todavía',
        research: 'Por investigar',
        disqualified: 'Descartado',
      },
    },
    errors: {
      qualification: {
        unknown_question: 'Ninguna pregunta tiene la clave «{{question}}».',
        unknown_event: 'Esa conversación no es de este contacto.',
        counted: 'Esto no se contesta: el programa cuenta las visitas.',
        reason_needed: 'Escribe el motivo.',
        wakes_in_the_past: 'La fecha en la que vuelve tiene que estar por llegar.',
        published_meanwhile:
          'Mientras tanto se ha publicado otra versión (la {{version}}). Mírala antes de cambiarla.',
        unnamed: 'Un método propio necesita un nombre.',
        too_few: 'Se piden {{least}} respuestas confirmadas y solo hay {{count}} preguntas.',
        repeated: 'La pregunta «{{question}}» está dos veces.',
        unworded: 'Una pregunta propia necesita un nombre y las palabras con que se hace.',
      },
    },
  },
  {
    qualification: {
      title: 'Qualification',
      verdicts: {
        qualified: 'Qualified',
        not_yet: 'Not qualified yet',
        research: 'Needs research',
        disqualified: 'Disqualified',
      },
    },
    errors: {
      qualification: {
        unknown_question: 'No question has the key “{{question}}”.',
        unknown_event: 'That conversation is not of this contact.',
        counted: 'This is not answered: the program counts visits.',
        reason_needed: 'Write the reason.',
        wakes_in_the_past: 'The date on which it wakes must be still to come.',
        published_meanwhile:
          'Another version was published meanwhile ({{version}}). Look at it before you change it.',
        unnamed: 'A framework of your own needs a name.',
        too_few: '{{least}} confirmed answers are asked for, and there are only {{count}} questions.',
        repeated: 'The question “{{question}}” is there twice.',
        unworded: 'A question of your own needs a name and the words in which it is asked.',
      },
    },
  },
)
