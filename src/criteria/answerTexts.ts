import { defineTexts } from '../platform/texts.ts'

/** What is said of answers to questions of qualification and of what they come to. */
export const answerTexts = defineTexts(
  {
    criteria: {
      verdicts: {
        qualified: 'calificado',
        not_yet: 'a falta de respuestas',
        research: 'por investigar',
        disqualified: 'descartado',
      },
      answer: {
        own: '«{{question}}»',
        yes: {
          confirmed: 'se ha confirmado {{question}}',
          negative: 'la respuesta sobre {{question}} es negativa',
          asked: 'falta la respuesta sobre {{question}}, que ya se ha pedido',
          unasked: 'no se ha preguntado por {{question}}',
          several: 'la respuesta sobre {{question}} es: {{states}}',
        },
        no: {
          confirmed: 'no se ha confirmado {{question}}',
          negative: 'la respuesta sobre {{question}} no es negativa',
          asked: 'la respuesta sobre {{question}} no está pendiente',
          unasked: 'se ha preguntado por {{question}}',
          several: 'la respuesta sobre {{question}} no es: {{states}}',
        },
        states: { confirmed: 'confirmada', negative: 'negativa', asked: 'pendiente', unasked: 'sin pedir' },
        compared: {
          is: 'el valor es {{value}}',
          isNot: 'el valor no es {{value}}',
          contains: 'el valor contiene {{value}}',
          hasWord: 'el valor contiene la palabra {{value}}',
          startsWith: 'el valor empieza por {{value}}',
          atLeast: 'el valor es al menos {{value}}',
          atMost: 'el valor es como mucho {{value}}',
          above: 'el valor pasa de {{value}}',
          below: 'el valor no llega a {{value}}',
          before: 'la fecha es anterior al {{value}}',
          after: 'la fecha es posterior al {{value}}',
          olderThanDays: 'la fecha es de hace al menos {{value}} días',
          withinDays: 'la fecha es de los últimos {{value}} días',
        },
        withValue: '{{rule}} ({{value}})',
      },
    },
  },
  {
    criteria: {
      verdicts: {
        qualified: 'qualified',
        not_yet: 'missing answers',
        research: 'in need of research',
        disqualified: 'disqualified',
      },
      answer: {
        own: '“{{question}}”',
        yes: {
          confirmed: 'the answer about {{question}} is confirmed',
          negative: 'the answer about {{question}} is negative',
          asked: 'the answer about {{question}} was asked for and is awaited',
          unasked: 'the question about {{question}} has not been asked',
          several: 'the answer about {{question}} is: {{states}}',
        },
        no: {
          confirmed: 'the answer about {{question}} is not confirmed',
          negative: 'the answer about {{question}} is not negative',
          asked: 'the answer about {{question}} is not awaited',
          unasked: 'the question about {{question}} has been asked',
          several: 'the answer about {{question}} is not: {{states}}',
        },
        states: { confirmed: 'confirmed', negative: 'negative', asked: 'awaited', unasked: 'not asked for' },
        compared: {
          is: 'the value is {{value}}',
          isNot: 'the value is not {{value}}',
          contains: 'the value contains {{value}}',
          hasWord: 'the value contains the word {{value}}',
          startsWith: 'the value starts with {{value}}',
          atLeast: 'the value is at least {{value}}',
          atMost: 'the value is at most {{value}}',
          above: 'the value is above {{value}}',
          below: 'the value is below {{value}}',
          before: 'the date is before {{value}}',
          after: 'the date is after {{value}}',
          olderThanDays: 'the date is at least {{value}} days ago',
          withinDays: 'the date is in the last {{value}} days',
        },
        withValue: '{{rule}} ({{value}})',
      },
    },
  },
)
