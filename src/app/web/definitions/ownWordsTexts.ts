import { defineTexts } from '../../../platform/texts.ts'

export const ownWordsTexts = defineTexts(
  {
    ownWords: {
      title: 'Palabras',
      about:
        'Cómo llama tu empresa a las relaciones, las temperaturas y los veredictos, en todas las pantallas y en los archivos que salen. Las etapas tienen su nombre en cada una.',
      kinds: {
        roles: 'Relaciones',
        temperatures: 'Temperaturas',
        temperaturesPlural: 'Temperaturas, en plural',
        verdicts: 'Veredictos de la calificación',
      },
      of: '{{word}} ({{kind}})',
      usual: 'Las de siempre.',
      es: '{{word}}, en español',
      en: '{{word}}, en inglés',
      same: 'Ya hay algo que se llama así.',
    },
  },
  {
    ownWords: {
      title: 'Words',
      about:
        'What your company calls relations, temperatures and verdicts, on every screen and in the files that leave. Stages have their name on each of them.',
      kinds: {
        roles: 'Relations',
        temperatures: 'Temperatures',
        temperaturesPlural: 'Temperatures, of several',
        verdicts: 'Verdicts of qualification',
      },
      of: '{{word}} ({{kind}})',
      usual: 'The usual ones.',
      es: '{{word}}, in Spanish',
      en: '{{word}}, in English',
      same: 'Something is called that already.',
    },
  },
)
