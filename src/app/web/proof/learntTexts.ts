import { defineTexts } from '../../../platform/texts.ts'

export const learntTexts = defineTexts(
  {
    proof: {
      adoption: {
        title: 'Qué cambia si la llevas al borrador y lo publicas',
        about:
          'El total será lo que dice la tarjeta, de 0 a 100: sus reglas pasan a ser todo el encaje, que pesa el 100 %.',
        noEngagement:
          'El interés deja de sumar al total: pasa a pesar el 0 %. Se sigue contando como hoy, y en el borrador puedes volver a darle peso.',
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
      adoption: {
        title: 'What changes if you take it to the draft and publish it',
        about:
          'The total will be what the card says, from 0 to 100: its rules become all of fit, which weighs 100%.',
        noEngagement:
          'Engagement no longer adds to the total: it comes to weigh 0%. It is still counted as it is today, and you can give it weight again in the draft.',
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
