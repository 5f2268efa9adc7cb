import { defineTexts } from '../../../platform/texts.ts'

/** The page that checks the score against what came. */
export const proofPageTexts = defineTexts(
  {
    proof: {
      title: '¿Acierta la puntuación?',
      about:
        'Mira cómo era cada contacto la víspera del resultado, con lo que había hecho y lo que se sabía de él entonces, y compara esa puntuación con lo que pasó.',
      outcome: 'Resultado',
      outcomes: { purchase: 'Ha comprado', proposal_accepted: 'Ha aceptado una propuesta' },
      reached: 'Ha llegado a {{stage}}',
      period: 'Periodo',
      periods: { year: '12 meses', twoYears: '24 meses', all: 'Todo', days: 'Otras fechas' },
      from: 'Primer día',
      to: 'Último día',
      between: 'Del {{from}} al {{to}}.',
      until: 'Todo hasta el {{to}}.',
      otherScore:
        'La puntuación ha cambiado desde entonces ({{when}}): lo que sigue es de la anterior. Comprueba otra vez.',
      kind: 'De quién',
      order: 'Quién llegó antes',
      orderAbout:
        'Si todos entraron a la vez, elige un número que crezca con cada contacto nuevo, como el de la ficha en tu sistema anterior: se comprobará con los últimos.',
      numberIn: 'Número en «{{system}}»',
      numberInAny: 'Número en cualquier otro sistema',
      byArrival: 'Por fecha de alta',
      orderDeleted: 'Campo borrado',
      ask: 'Comprobar',
      again: 'Comprobar otra vez',
      asked: 'Comprobada {{when}} por {{name}}',
      running: 'Comprobando la puntuación…',
      runningAbout: 'Puedes seguir con otra cosa: el resultado te espera aquí.',
      steps: {
        choosing: 'Elegir a quién mirar y en qué fijarse',
        looking: 'Ver a cada uno como era entonces',
        learning: 'Buscar lo que delata el resultado y aprender del resto',
      },
      progress: '{{done}} de {{total}}',
      never: {
        title: 'Aún no se ha comprobado',
        about:
          'Hace falta saber de algunos contactos que compraron, y de otros que no. La comprobación no cambia nada.',
      },
      people_one: '{{number}} contacto',
      people_other: '{{number}} contactos, {{won}} con el resultado ({{share}})',
      oneDay:
        'Todos llegaron el mismo día y nada dice quiénes son los más recientes: se aprende de cuatro de cada cinco, elegidos al azar, y se comprueba con los demás. Si el archivo traía un número que crece con cada contacto, elígelo en «Quién llegó antes».',
      sample: 'Son muchos: se mira a una parte, elegida al azar.',
      verdict: {
        title: 'Lo que acierta hoy',
        about: 'En la quinta parte más reciente de los contactos.',
        byChance: 'En una quinta parte de los contactos, elegida al azar.',
        pairs:
          'De cada 100 parejas de un contacto con el resultado y otro sin él, la puntuación pone delante al primero en {{count}}.',
        none: 'Entre los contactos con que se comprueba no hay de los dos: no se puede comparar.',
        interval: 'Con un 95 % de confianza, entre {{low}} y {{high}}. Al azar serían 50.',
        levels: {
          chance: 'Como el azar',
          little: 'Acierta poco',
          fair: 'Acierta',
          good: 'Acierta bien',
          great: 'Acierta muy bien',
        },
      },
      tenths: {
        title: 'De los mejor a los peor puntuados',
        about: 'Cuántos llegaron al resultado en cada décima parte.',
        share: 'Con el resultado',
        tenth: 'Décima',
        scores: 'Puntuación',
        people: 'Contactos',
        lift: 'Veces lo habitual',
        chart: 'De {{first}} en la primera décima a {{last}} en la última.',
      },
      reach: {
        title: 'Si no hay tiempo para todos',
        about: 'Qué parte de quienes llegaron al resultado se alcanza atendiendo solo a los mejor puntuados.',
        line: 'Con el {{contacts}} % mejor puntuado se alcanza el {{share}}',
      },
      capacity: {
        ask: '¿A cuántos puede atender tu equipo?',
        spans: { week: 'a la semana', all: 'en total' },
        of: 'De los {{people}} contactos comprobados cabe el {{share}}.',
        ofWeeks_one:
          'En la única semana del periodo son {{number}}: de los {{people}} contactos comprobados cabe el {{share}}.',
        ofWeeks_other:
          'En las {{weeks}} semanas del periodo son {{number}}: de los {{people}} contactos comprobados cabe el {{share}}.',
        everybody: 'Caben todos: no hace falta elegir.',
        few_one: 'Se mide con un solo contacto: es muy poco para fiarse.',
        few_other:
          'Se mide con los {{count}} mejor puntuados de los comprobados: son pocos, tómalo con cautela.',
        caught:
          'Eligiendo a los mejor puntuados se alcanza el {{share}} de quienes llegaron al resultado; al azar sería el {{chance}}.',
      },
      calibration: {
        title: 'Lo esperado y lo visto',
        about: 'Con una puntuación así se esperaba tal parte de resultados, y hubo tal otra.',
        expected: 'Esperado',
        seen: 'Visto',
        people: 'Contactos',
        poor: 'Ordena a los contactos, pero sus porcentajes no sirven de previsión: se apartan de lo que pasó más que el resultado habitual.',
        brier:
          'Cuánto se aparta lo esperado de lo que pasó: {{brier}} sobre 100 (cuanto menos, mejor). Esperando siempre lo habitual sería {{usual}}.',
      },
      rules: {
        title: 'Lo que aporta cada regla',
        about:
          'Cuántos la cumplían, cuántos de ellos llegaron al resultado, y cuánto ordena la puntuación gracias a ella.',
        rule: 'Regla',
        points: 'Puntos',
        people: 'La cumplen',
        share: 'Resultado',
        others: 'Los demás',
        adds: 'Aporta',
        dead: 'Casi nadie la cumple',
        harms: 'Ordena peor con ella',
        deadOnes_one: 'Una regla que casi nadie cumple',
        deadOnes_other: '{{count}} reglas que casi nadie cumple',
      },
      leaks: {
        title: 'Lo que delata el resultado',
        about:
          'Estos datos se dejan fuera de lo que se aprende: no anuncian el resultado, lo cuentan. Una puntuación con ellos parece casi perfecta y no sirve.',
        none: 'No se ha visto ninguno.',
        why: {
          after: 'Al {{share}} de quienes llegaron al resultado se les rellenó o cambió ese día o después.',
          alone:
            'Por sí solo ordena a los contactos demasiado bien ({{auc}} de cada 100 parejas) para ser honesto.',
          judgement: 'Por su nombre, es lo que opina quien vende mientras vende.',
          otherScore: 'Por su nombre, es la puntuación de otro sistema.',
          goesOn: 'Por su nombre, es lo último que ocurrió, y sigue cambiando después de la venta.',
          sale: 'Por su nombre, es la venta misma.',
        },
        letIn: 'Usarlo de todos modos',
        keepOut: 'Dejarlo fuera',
        isIn: 'Se usa por decisión vuestra',
      },
      profile: {
        title: 'En qué se parecen quienes llegan',
        about:
          'Datos que son más comunes entre quienes llegaron al resultado que entre los demás: el perfil ideal, para elegir de él.',
        none: 'Ningún dato distingue a unos de otros lo bastante.',
        fact: 'Dato',
        share: 'De quienes llegan',
        rest: 'De los demás',
        times: 'Veces más común',
        people: 'Lo tienen',
        points: 'Puntos',
        repeated: 'Dice casi lo mismo que otro de más arriba',
        take: 'Elegir de él para el perfil ideal',
      },
    },
  },
  {
    proof: {
      title: 'Does the score get it right?',
      about:
        'Looks at each contact as it was on the eve of the outcome, with what it had done and what was known of it by then, and compares that score with what came.',
      outcome: 'Outcome',
      outcomes: { purchase: 'Has bought', proposal_accepted: 'Has accepted a proposal' },
      reached: 'Has come to {{stage}}',
      period: 'Period',
      periods: { year: '12 months', twoYears: '24 months', all: 'All', days: 'Other dates' },
      from: 'First day',
      to: 'Last day',
      between: 'From {{from}} to {{to}}.',
      until: 'All up to {{to}}.',
      otherScore: 'The score has changed since ({{when}}): what follows is of the one before. Check again.',
      kind: 'Of whom',
      order: 'Who came first',
      orderAbout:
        'If all came in at once, choose a number that grows with each new contact, such as that of their record in your former system: the last ones will be used to check.',
      numberIn: 'Number in “{{system}}”',
      numberInAny: 'Number in any other system',
      byArrival: 'By date of arrival',
      orderDeleted: 'Deleted field',
      ask: 'Check',
      again: 'Check again',
      asked: 'Checked {{when}} by {{name}}',
      running: 'Checking the score…',
      runningAbout: 'You can carry on: the result will be waiting here.',
      steps: {
        choosing: 'Choosing whom to look at, and what to look for',
        looking: 'Seeing each of them as they were then',
        learning: 'Finding what gives the outcome away, and learning from the rest',
      },
      progress: '{{done}} of {{total}}',
      never: {
        title: 'Not checked yet',
        about: 'It takes some contacts that bought, and others that did not. Checking changes nothing.',
      },
      people_one: '{{number}} contact',
      people_other: '{{number}} contacts, {{won}} with the outcome ({{share}})',
      oneDay:
        'All came on the same day and nothing says who the newest are: four in five, picked at random, are learnt from, and the rest used to check. If the file had a number that grows with each contact, choose it under “Who came first”.',
      sample: 'They are many: a part is looked at, picked at random.',
      verdict: {
        title: 'How right it is today',
        about: 'Among the newest fifth of the contacts.',
        byChance: 'Among a fifth of the contacts, picked at random.',
        pairs:
          'Of every 100 pairs of one contact with the outcome and one without, the score puts the right one first in {{count}}.',
        none: 'Among the contacts used to check there are not both kinds: there is nothing to compare.',
        interval: 'With 95% confidence, between {{low}} and {{high}}. By chance it would be 50.',
        levels: {
          chance: 'Like chance',
          little: 'Predicts little',
          fair: 'Predicts',
          good: 'Predicts well',
          great: 'Predicts very well',
        },
      },
      tenths: {
        title: 'From the best to the worst scores',
        about: 'How many reached the outcome in each tenth of the contacts.',
        share: 'With the outcome',
        tenth: 'Tenth',
        scores: 'Score',
        people: 'Contacts',
        lift: 'Times the usual',
        chart: 'From {{first}} in the first tenth to {{last}} in the last.',
      },
      reach: {
        title: 'When there is no time for everybody',
        about: 'What part of those with the outcome is reached by attending only to the best scores.',
        line: 'The best {{contacts}}% hold {{share}}',
      },
      capacity: {
        ask: 'How many can your team attend to?',
        spans: { week: 'a week', all: 'in all' },
        of: 'Of the {{people}} contacts checked there is room for {{share}}.',
        ofWeeks_one:
          'In the only week of the period that makes {{number}}: of the {{people}} contacts checked there is room for {{share}}.',
        ofWeeks_other:
          'In the {{weeks}} weeks of the period that makes {{number}}: of the {{people}} contacts checked there is room for {{share}}.',
        everybody: 'There is room for everybody: no need to choose.',
        few_one: 'This rests on a single contact, too few to rely on.',
        few_other:
          'This rests on the {{count}} best scores of those checked: they are few, so take it with caution.',
        caught:
          'Choosing the best scores reaches {{share}} of those with the outcome; by chance it would be {{chance}}.',
      },
      calibration: {
        title: 'Expected and seen',
        about: 'With such a score this share of outcomes was expected, and that share was seen.',
        expected: 'Expected',
        seen: 'Seen',
        people: 'Contacts',
        poor: 'It puts contacts in order, but its percentages are no forecast: they are further from what happened than the usual outcome is.',
        brier:
          'How far what was expected is from what happened: {{brier}} in 100 (the less, the better). Always expecting the usual would give {{usual}}.',
      },
      rules: {
        title: 'What each rule adds',
        about:
          'How many it held for, how many of them reached the outcome, and how much better the score ranks thanks to it.',
        rule: 'Rule',
        points: 'Points',
        people: 'Held for',
        share: 'Outcome',
        others: 'The others',
        adds: 'Adds',
        dead: 'Holds for next to nobody',
        harms: 'The score ranks worse with it',
        deadOnes_one: 'One rule that holds for next to nobody',
        deadOnes_other: '{{count}} rules that hold for next to nobody',
      },
      leaks: {
        title: 'What gives the outcome away',
        about:
          'These facts are kept out of what is learnt: they do not foretell the outcome, they report it. A score with them looks nearly perfect and is worthless.',
        none: 'None was seen.',
        why: {
          after: '{{share}} of those with the outcome had it filled in or changed on that day or later.',
          alone: 'By itself it ranks the contacts too well ({{auc}} of 100 pairs) to be honest.',
          judgement: 'By its name, it is what a seller thinks while selling.',
          otherScore: 'By its name, it is the score of another system.',
          goesOn: 'By its name, it is the latest of something that goes on after the sale.',
          sale: 'By its name, it is the sale itself.',
        },
        letIn: 'Use it all the same',
        keepOut: 'Keep it out',
        isIn: 'Used because you chose so',
      },
      profile: {
        title: 'What those who get there have in common',
        about:
          'Facts that are commoner among those who reached the outcome than among the others: the ideal profile, to choose from.',
        none: 'No fact tells one from the other well enough.',
        fact: 'Fact',
        share: 'Of those who get there',
        rest: 'Of the others',
        times: 'Times commoner',
        people: 'Have it',
        points: 'Points',
        repeated: 'Says nearly the same as one above',
        take: 'Choose from it for the ideal profile',
      },
    },
  },
)
