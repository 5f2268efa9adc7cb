import { defineTexts } from '../../platform/texts.ts'

/** Where a contact stands and why: the receipt on the screen. */
export const receiptTexts = defineTexts(
  {
    receipt: {
      title: 'Dónde está y por qué',
      since: 'desde el {{date}}',
      definition: 'Ver la definición (versión {{version}})',
      history_one: 'Cómo llegó hasta aquí: {{count}} paso',
      history_other: 'Cómo llegó hasta aquí: {{count}} pasos',
      asOf: 'Tal como era el {{date}}, con la versión {{version}} de la definición',
      pending: 'Acaba de llegar: Embudo lo está colocando.',
      outside:
        'Está en la base por su relación con la empresa; entrará en el embudo con sus propias señales.',
      noLonger: 'Ya no se cumple:',
      hasComeBefore: 'Ya había llegado antes a esta etapa, y de ella no se vuelve atrás.',
      still: 'Se sigue cumpliendo:',
      holds: 'Se cumple',
      fails: 'No se cumple',
      value: 'Dato: {{value}}',
      unknown: 'Sin información',
      moreEvents_one: 'y {{count}} señal más',
      moreEvents_other: 'y {{count}} señales más',
      causes: {
        arrival: 'Entró en la base',
        event: 'Por lo que ha pasado',
        fact: 'Por lo que sabemos',
        time: 'Por el paso del tiempo',
        definition: 'Porque cambió la definición',
        hand: 'Por decisión de una persona',
      },
    },
  },
  {
    receipt: {
      title: 'Where and why',
      since: 'since {{date}}',
      definition: 'See the definition (version {{version}})',
      history_one: 'How it got here: {{count}} step',
      history_other: 'How it got here: {{count}} steps',
      asOf: 'As it was on {{date}}, under version {{version}} of the definition',
      pending: 'It has just arrived: Embudo is placing it.',
      outside: 'In the database for its relation with the company; it enters the funnel by its own signals.',
      noLonger: 'No longer holds:',
      hasComeBefore: 'It has come here before, and nobody goes back from this stage.',
      still: 'Still holds:',
      holds: 'Holds',
      fails: 'Does not hold',
      value: 'Fact: {{value}}',
      unknown: 'No information',
      moreEvents_one: 'and {{count}} more signal',
      moreEvents_other: 'and {{count}} more signals',
      causes: {
        arrival: 'Added to the database',
        event: 'Because of what happened',
        fact: 'Because of what we know',
        time: 'Because time passed',
        definition: 'Because the definition changed',
        hand: 'Because somebody decided so',
      },
    },
  },
)
