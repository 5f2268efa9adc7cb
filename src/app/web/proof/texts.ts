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
        adopt_one: 'Llevar un dato al borrador',
        adopt_other: 'Llevar {{count}} datos al borrador',
        adoptAbout: 'Serán reglas de encaje del borrador. Nada cambia hasta publicarlo.',
        adopted: 'El perfil está en el borrador',
      },
      adoption: {
        title: 'Qué cambia si la llevas al borrador y lo publicas',
        about:
          'El total será lo que dice la tarjeta, de 0 a 100: sus reglas pasan a ser todo el encaje, que pesa el 100 %. El interés se sigue contando como hoy, pero no suma al total mientras no le des peso en el borrador.',
        noLeastFit:
          'El encaje mínimo para atender, hoy {{least}}, desaparece: se puso para otras reglas. Si lo quieres, ponlo otra vez en el borrador.',
        contacts: 'Contactos',
        today: 'Hoy',
        card: 'Con la tarjeta',
        from: 'desde {{least}}',
        best: 'La mejor puntuación',
        tied_one: 'la tiene uno solo',
        tied_other: 'la comparten {{number}}',
      },
      learnt: {
        title: 'Una tarjeta aprendida de los resultados',
        about_one:
          'Una regla en puntos enteros, aprendida de {{learntOn}} contactos y comprobada en otros {{provedOn}}.',
        about_other:
          '{{count}} reglas en puntos enteros, aprendidas de {{learntOn}} contactos y comprobadas en otros {{provedOn}}.',
        likeness:
          'Hay muy pocos resultados para aprender: hacen falta 40 contactos con el resultado en el periodo, y otros tantos sin él. Esta tarjeta solo dice en qué se parece alguien a los clientes de hoy, y no está comprobada.',
        unproved:
          'Hay resultados de sobra para aprender, pero entre los contactos más recientes faltan: menos de cinco lo tienen, o menos de cinco no. Esta tarjeta se ha aprendido de todos y no está comprobada. Con un periodo que termine antes se podría comprobar.',
        card: 'La tarjeta',
        exact: 'Con todas las condiciones y pesos exactos',
        today: 'La puntuación de hoy',
        better:
          'Acierta más que la puntuación de hoy: {{value}} (con un 95 % de confianza, entre {{low}} y {{high}}).',
        alike:
          'No se distingue de la puntuación de hoy: {{value}}, y con un 95 % de confianza podría ser cualquier cosa entre {{low}} y {{high}}.',
        worse:
          'Acierta menos que la puntuación de hoy: {{value}} (con un 95 % de confianza, entre {{low}} y {{high}}). Llevarla al borrador la empeoraría.',
        same: 'Parejas en orden, de 100, en los mismos contactos',
        rule: 'Condición',
        points: 'Puntos',
        people: 'La cumplen',
        share: 'Resultado',
        yetTakes:
          'Quienes la cumplen llegan más que la media, pero lo que tienen a favor ya lo cuentan las demás condiciones: a igualdad de ellas, llegan menos.',
        yetGives:
          'Quienes la cumplen llegan menos que la media, pero lo que tienen en contra ya lo cuentan las demás condiciones: a igualdad de ellas, llegan más.',
        outdated:
          'Esta tarjeta se aprendió cuando el total se repartía de otra manera: adoptada ordenaría peor de lo que aquí se dice. Comprueba otra vez y saldrá una que se adopta tal como se comprueba.',
        adopt: 'Llevarla al borrador',
        adoptAbout:
          'Pasa a ser la puntuación del borrador de las definiciones. Nada cambia hasta publicarlo.',
        adopted: 'La tarjeta está en el borrador',
        none: 'Nada de lo que se sabe de los contactos distingue a unos de otros.',
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
        adopt_one: 'Take one fact to the draft',
        adopt_other: 'Take {{count}} facts to the draft',
        adoptAbout: 'They become rules of fit in the draft. Nothing changes until it is published.',
        adopted: 'The profile is in the draft',
      },
      adoption: {
        title: 'What changes if you take it to the draft and publish it',
        about:
          'The total will be what the card says, from 0 to 100: its rules become all of fit, which weighs 100%. Engagement is still counted as it is today, but adds nothing to the total until you give it weight in the draft.',
        noLeastFit:
          'The minimum fit to attend to somebody, {{least}} today, goes: it was set for other rules. If you want one, set it again in the draft.',
        contacts: 'Contacts',
        today: 'Today',
        card: 'With the card',
        from: 'from {{least}}',
        best: 'The best score',
        tied_one: 'only one has it',
        tied_other: '{{number}} share it',
      },
      learnt: {
        title: 'A card learnt from the outcomes',
        about_one:
          'One rule in whole points, learnt from {{learntOn}} contacts and proved on {{provedOn}} others.',
        about_other:
          '{{count}} rules in whole points, learnt from {{learntOn}} contacts and proved on {{provedOn}} others.',
        likeness:
          'There are too few outcomes to learn from: it takes 40 contacts with the outcome in the period, and as many without. This card only says how like today’s customers somebody is, and it is not proved.',
        unproved:
          'There are outcomes enough to learn from, but too few among the newest contacts: fewer than five have it, or fewer than five do not. This card was learnt from everybody and is not proved. A period that ends earlier could prove it.',
        card: 'The card',
        exact: 'With all conditions and exact weights',
        today: 'Today’s score',
        better:
          'It ranks better than today’s score: {{value}} (with 95% confidence, between {{low}} and {{high}}).',
        alike:
          'It cannot be told from today’s score: {{value}}, and with 95% confidence it could be anything between {{low}} and {{high}}.',
        worse:
          'It ranks worse than today’s score: {{value}} (with 95% confidence, between {{low}} and {{high}}). Taking it to the draft would make it worse.',
        same: 'Pairs in order, of 100, among the same contacts',
        rule: 'Condition',
        points: 'Points',
        people: 'Holds for',
        share: 'Outcome',
        yetTakes:
          'Those for whom it holds get there more often than most, but what speaks for them is counted by the other conditions already: with these equal, they get there less often.',
        yetGives:
          'Those for whom it holds get there less often than most, but what speaks against them is counted by the other conditions already: with these equal, they get there more often.',
        outdated:
          'This card was learnt when the total was shared out in another way: adopted, it would rank worse than is said here. Check again and there will be one that is adopted just as it is proved.',
        adopt: 'Take it to the draft',
        adoptAbout:
          'It becomes the score of the draft of the definitions. Nothing changes until that is published.',
        adopted: 'The card is in the draft',
        none: 'Nothing that is known of the contacts tells one from another.',
      },
    },
  },
)
