import { definePage } from './content.ts'

export const proofTexts = definePage(
  {
    lead: 'Una puntuación es una apuesta: dice quién va a comprar. Como toda apuesta, se puede comprobar. Basta con mirar atrás sin hacer trampa.',
    parts: [
      {
        id: 'eve',
        title: 'La víspera del resultado',
        blocks: [
          'La trampa más fácil es mirar los puntos de hoy. Quien compró en marzo tiene hoy muchos puntos, claro: ha comprado, ha llamado a soporte, ha contestado a todo.',
          'Lo justo es preguntar cuántos tenía **el día antes** de que ocurriera. Embudo cuenta solo lo que cada contacto había hecho hasta esa víspera, y lo puntúa así. A quien no llegó al resultado se le mira en un día comparable. El sector, el cargo y los demás datos son los que constaban entonces: lo que se corrigió o se rellenó más tarde no cuenta. Lo que un contacto ya traía al entrar cuenta siempre, porque nadie sabe desde cuándo era así; por eso importa tanto lo que viene ahora: los datos que delatan.',
          'Además juzga con los contactos **más recientes**, la quinta parte, y deja los anteriores para aprender. Si todos llegaron el mismo día, esa quinta parte se elige al azar. Acertar lo que ya se ha visto no tiene mérito.',
        ],
      },
      {
        id: 'leaks',
        title: 'Los datos que delatan',
        blocks: [
          'Hay datos que parecen adivinar la venta y solo la cuentan. «Motivo de cierre», «calidad del lead», «etiqueta: matriculado»: alguien los rellena cuando ya sabe cómo acabó.',
          'Con ellos, cualquier puntuación acierta noventa y tantas veces de cada cien. Y no sirve, porque en el momento de llamar todavía están vacíos.',
          'Embudo los busca: los que se rellenan ese día o después, los que aciertan demasiado bien ellos solos, los que por su nombre son opinión de quien vende. Los aparta, dice por qué, y te deja decidir lo contrario.',
        ],
      },
      {
        id: 'pairs',
        title: 'Cuánto acierta, en una frase',
        blocks: [
          'Toma dos contactos al azar, uno que compró y otro que no. ¿Cuántas veces de cada cien la puntuación pone delante al que compró?',
          {
            terms: [
              { term: '50', about: 'Lo mismo que tirar una moneda.' },
              { term: '70', about: 'Ya ayuda a ordenar la semana.' },
              { term: '85', about: 'Muy buena, con datos reales y sin trampas.' },
              { term: '98', about: 'Sospecha. Casi siempre se ha colado un dato que delata.' },
            ],
          },
          'Al lado se lee un margen. Si hay pocas ventas el margen es ancho, y una diferencia pequeña no significa nada.',
        ],
      },
      {
        id: 'tenths',
        title: 'Las décimas',
        blocks: [
          'Ordena a todos por puntos y córtalos en diez grupos iguales. Si la puntuación sirve, en el primero compra mucha gente, en el segundo menos, y en el último casi nadie: una escalera que baja.',
          'Si la escalera tiene un escalón del revés, ahí hay una regla que premia lo que no debe. Y si los diez grupos compran igual, los puntos no dicen nada.',
          'De la misma cuenta sale lo más práctico: si solo tienes tiempo para dos de cada diez, a qué parte de los que compran llegarías.',
        ],
      },
      {
        id: 'card',
        title: 'La tarjeta aprendida',
        blocks: [
          'Con bastantes resultados, Embudo puede proponerte otra puntuación, aprendida de lo que ha pasado en tu casa: doce reglas o menos, en puntos enteros, que se leen y se discuten en una reunión. Nada de cajas negras.',
          'Te dice cuánto acierta comparada con la tuya, sobre los mismos contactos, y si esa diferencia podría ser casualidad: solo la llama mejor cuando no lo es. Si te convence, la llevas al borrador: **no cambia nada** hasta que la pruebas y la publicas.',
          {
            note: 'Hacen falta al menos 40 contactos con el resultado y 40 sin él. Con menos, solo se puede decir quién se parece a tus clientes de hoy, que es otra cosa, y así lo dice la página.',
          },
        ],
      },
    ],
    doing: [
      { to: '/proof', text: 'Acierto', about: 'Elige el resultado y el periodo, y comprueba.' },
      {
        to: '/definitions/preview',
        text: 'Probar el borrador',
        about: 'Qué movería la tarjeta antes de publicarla.',
      },
      { to: '/definitions#score', text: 'La puntuación', about: 'Para quitar lo que no aporta.' },
    ],
  },
  {
    lead: 'A score is a bet: it says who is going to buy. Like any bet, it can be checked. It is enough to look back without cheating.',
    parts: [
      {
        id: 'eve',
        title: 'The eve of the outcome',
        blocks: [
          'The easiest way to cheat is to look at today’s points. Whoever bought in March has many points today, of course: they have bought, called support, answered everything.',
          'It is fair to ask how many they had **the day before** it happened. Embudo counts only what each contact had done up to that eve, and scores that. Those who did not reach the outcome are looked at on a comparable day. Sector, position and other facts are those on record by then: what was corrected or filled in later does not count. What a contact brought along when it came always counts, for nobody knows since when it was so; which is why the next part matters so much: the facts that give it away.',
          'Besides, it judges by the **newest** contacts, a fifth of them, and leaves the earlier ones to learn from. When all came on one day, that fifth is picked at random. There is no merit in guessing what one has already seen.',
        ],
      },
      {
        id: 'leaks',
        title: 'The facts that give it away',
        blocks: [
          'Some facts seem to foretell the sale and only report it. “Reason for closing”, “lead quality”, “tag: enrolled”: somebody fills them in when they already know how it ended.',
          'With them any score is right some ninety times in a hundred. And it is useless, because at the moment of calling they are still empty.',
          'Embudo looks for them: those filled in on that day or later, those that are too good all by themselves, those that by their name are the opinion of whoever sells. It sets them aside, says why, and lets you decide otherwise.',
        ],
      },
      {
        id: 'pairs',
        title: 'How right it is, in one sentence',
        blocks: [
          'Take two contacts at random, one who bought and one who did not. How many times in a hundred does the score put the buyer first?',
          {
            terms: [
              { term: '50', about: 'The same as tossing a coin.' },
              { term: '70', about: 'It already helps to put the week in order.' },
              { term: '85', about: 'Very good, with real data and no cheating.' },
              { term: '98', about: 'Be suspicious. Nearly always a fact that gives it away has slipped in.' },
            ],
          },
          'Beside it there is a margin. With few sales the margin is wide, and a small difference means nothing.',
        ],
      },
      {
        id: 'tenths',
        title: 'The tenths',
        blocks: [
          'Sort everybody by points and cut them into ten equal groups. If the score is any good, many people buy in the first, fewer in the second, and next to nobody in the last: a staircase going down.',
          'If one step of the staircase goes the wrong way, some rule rewards what it should not. And if all ten groups buy alike, the points say nothing.',
          'From the same count comes the most practical answer: if you have time for only two in ten, what part of the buyers you would reach.',
        ],
      },
      {
        id: 'card',
        title: 'The learnt card',
        blocks: [
          'With enough outcomes, Embudo can propose another score to you, learnt from what has happened in your own company: twelve rules or fewer, in whole points, that can be read and argued over in a meeting. No black boxes.',
          'It tells you how right it is compared with yours, on the same contacts, and whether that difference could be chance: it is called better only when it could not. If it convinces you, take it to the draft: **nothing changes** until you try it and publish it.',
          {
            note: 'It takes at least 40 contacts with the outcome and 40 without. With fewer, all that can be said is who is like your present customers, which is another thing, and the page says so.',
          },
        ],
      },
    ],
    doing: [
      { to: '/proof', text: 'Proof', about: 'Choose the outcome and the period, and check.' },
      {
        to: '/definitions/preview',
        text: 'Try the draft',
        about: 'What the card would move, before you publish it.',
      },
      { to: '/definitions#score', text: 'The score', about: 'To take out what adds nothing.' },
    ],
  },
)
