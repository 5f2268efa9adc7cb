import { defineTexts } from '../platform/texts.ts'

/** What the pages of the guide are called; what they say is loaded with the guide itself (app/web/guide). */
export const guideTexts = defineTexts(
  {
    guide: {
      open: 'Guía: {{title}}',
      pages: {
        'who-is-who': 'Quién es quién',
        'two-steps': 'Los dos pasos de la calificación',
        why: 'Por qué calificar',
        'qualify-or-score': 'Calificar no es puntuar',
        score: 'Cómo funciona la puntuación',
        cautions: 'Cuidado con el interés',
        points: 'Cómo asignar los puntos',
        proof: 'Cómo saber si la puntuación acierta',
        together: 'Relaciones, marketing y ventas',
        words: 'Diccionario de palabras',
      },
    },
  },
  {
    guide: {
      open: 'Guide: {{title}}',
      pages: {
        'who-is-who': 'Who is who',
        'two-steps': 'The two steps of qualification',
        why: 'Why qualify',
        'qualify-or-score': 'Qualifying is not scoring',
        score: 'How the score works',
        cautions: 'Careful with engagement',
        points: 'How to assign the points',
        proof: 'How to know whether the score is right',
        together: 'Relationships, marketing and sales',
        words: 'Dictionary of words',
      },
    },
  },
)

/** The pages in the order in which they are read. */
export type GuidePageKey = keyof (typeof guideTexts)['es']['guide']['pages']
export const guidePages = Object.keys(guideTexts.es.guide.pages) as GuidePageKey[]
