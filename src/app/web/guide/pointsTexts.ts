import { definePage } from './content.ts'

export const pointsTexts = definePage(
  {
    lead: 'No hace falta saber matemáticas para poner una buena puntuación. Hace falta conocer a tus clientes, empezar con poco y mirar qué pasaría antes de darlo por bueno.',
    parts: [
      {
        id: 'profile',
        title: 'Describe a tu cliente ideal',
        blocks: [
          'Piensa en tus diez mejores clientes, los que querrías repetir, no los más grandes. ¿Qué tienen en común?',
          {
            list: [
              'A qué se dedican, de qué tamaño son y dónde están.',
              'Qué problema tenían cuando llegaron, y cuánto podían gastar.',
              'Qué clase de proyecto fue el primero.',
              'Quién lo decidió, y qué cargo tenía.',
            ],
          },
          'Si ya tienes clientes, [Preparar la puntuación](/definitions/score) los compara con los demás y propone en qué se distinguen: cuánto más común es cada dato entre ellos, y en cuántos contactos se basa. Lo que añadas va a su línea del formulario, y ahí lo cambias o lo quitas. Quédate con lo que sepas explicar.',
          'No hace falta que un buen cliente cumpla todo: basta con **la mayoría**. Marca lo obligatorio, di cuántas de las otras líneas bastan («al menos 4 de 6») y cuánto pesa cada una; debajo se lee lo que has dicho y cuántos contactos lo cumplen. De quien no se sabe si cumple algo obligatorio no se resta nada: se pregunta.',
          'Haz también el retrato contrario: los que dieron trabajo y no compraron. Resta puntos y, si quieres, **quien lo cumple no llega a lead**: se añade al criterio de las etapas, donde lo lees como uno más.',
          'Y di por debajo de qué encaje no merece la pena contactar. En el último paso se comprueba que quien no llega en algo obligatorio, como el tamaño o la facturación mínima, se quede por debajo; su página dice qué no cumple.',
        ],
      },
      {
        id: 'steps',
        title: 'De ahí a los puntos',
        blocks: [
          {
            steps: [
              '**Elige pocos datos de encaje.** Cinco o seis que de verdad distingan a tus clientes de los demás. Si todos los contactos cumplen uno, no distingue nada.',
              '**Repártelos por importancia.** Unos 20 puntos a lo que más pesa, 10 a lo que ayuda, 5 a lo que apenas asoma. Con precisión de cinco en cinco sobra.',
              '**Pon en fila las señales.** Pregunta a ventas qué ocurrió justo antes de las últimas ventas. Lo que se pide vale más que lo que se conversa, y lo que se conversa más que lo que se mira.',
              '**Di qué resta.** Estar fuera de tu zona, estudiar, darse de baja. Con dos o tres reglas basta.',
              '**Pon topes y desgaste.** Cuánto puede sumar una señal en un día, y en cuántos días pierde la mitad. Si tu venta tarda semanas, que se desgaste pronto; si tarda un año, despacio.',
              '**Pruébalo sobre toda la base.** Embudo calcula quién cambiaría de temperatura y de etapa, sin tocar nada. Abre a unos cuantos que conozcas bien: ¿los has reconocido?',
              '**Publica, y di por qué.** Queda como versión, con tu nombre y tu nota. Si sale mal, la anterior sigue ahí y se vuelve a publicar.',
            ],
          },
          'Deja pasar unas semanas y [comprueba si acierta](/guide/proof). Esa es la prueba que cuenta.',
        ],
      },
      {
        id: 'now',
        title: 'Las reglas que más pesan hoy',
        blocks: [
          'Por si prefieres partir de lo que hay en vez de una hoja en blanco:',
          { live: 'fit' },
          { live: 'engagement' },
        ],
      },
      {
        id: 'thresholds',
        title: 'Dónde poner los umbrales',
        blocks: [
          'Hoy, tibio empieza en **{{warm}}** y caliente en **{{hot}}**. Para elegir los tuyos, empieza por el final: ¿a cuántas personas puede atender bien tu equipo esta semana? Pon caliente donde queden más o menos esas.',
          'Procura que haga falta encaje e interés a la vez. Si uno solo basta, llamarás a estudiantes muy aplicados o a empresas perfectas que no saben que existes.',
        ],
      },
      {
        id: 'mistakes',
        title: 'Errores de principiante',
        blocks: [
          {
            list: [
              'Treinta reglas el primer día. Nadie sabrá por qué alguien tiene 58.',
              'Dar puntos por lo que **tú** haces, como enviar un correo. Solo cuenta lo que hace la otra persona.',
              'Dar puntos por un dato que se rellena al vender. Parecerá que la puntuación adivina, y solo estará copiando.',
              'Cambiar diez cosas a la vez. Si mejora, no sabrás cuál fue.',
            ],
          },
        ],
      },
    ],
    doing: [
      {
        to: '/definitions/score',
        text: 'Preparar la puntuación',
        about: 'Estos mismos pasos, viendo al lado cómo quedaría la base.',
      },
      {
        to: '/definitions#score',
        text: 'La puntuación',
        about: 'Aquí se cambian reglas, puntos, desgaste y umbrales.',
      },
      { to: '/definitions/preview', text: 'Probar el borrador', about: 'Quién se movería si lo publicaras.' },
      {
        to: '/definitions/versions',
        text: 'Las versiones',
        about: 'Lo que ha estado en vigor, y volver a ello.',
      },
      { to: '/proof', text: 'Acierto', about: 'Si la puntuación anuncia las ventas.' },
    ],
  },
  {
    lead: 'A good score takes no mathematics. It takes knowing your customers, beginning with little, and looking at what would happen before you settle on it.',
    parts: [
      {
        id: 'profile',
        title: 'Describe your ideal customer',
        blocks: [
          'Think of your ten best customers: those you would like again, not the largest. What do they have in common?',
          {
            list: [
              'What they do, what size they are, and where.',
              'Which problem they came with, and how much they could spend.',
              'What kind of project the first one was.',
              'Who decided on it, and in what position.',
            ],
          },
          'If you have customers already, [Set up the score](/definitions/score) compares them with the others and proposes what sets them apart: how much commoner each fact is among them, and on how many contacts that rests. What you add goes to its line of the form, where you change it or take it away. Keep what you can explain.',
          'A good customer need not have all of it: **most** will do. Mark what is a must, say how many of the other lines are enough (“at least 4 of 6”) and how much each weighs; below, you read what you have said and how many contacts meet it. Whoever is not known to lack a must loses nothing: one asks.',
          'Draw the opposite portrait too: those who gave work and did not buy. It takes points away and, if you like, **whoever fits it never becomes a lead**: it is added to the criteria of the stages, where you read it like any other.',
          'And say under what fit nobody is worth contacting. The last step checks that whoever falls short of a must, such as size or least revenue, stays below it; their page says what they do not meet.',
        ],
      },
      {
        id: 'steps',
        title: 'From there to points',
        blocks: [
          {
            steps: [
              '**Choose few facts for fit.** Five or six that really set your customers apart. If every contact meets one, it sets nobody apart.',
              '**Share points out by importance.** Some 20 for what weighs most, 10 for what helps, 5 for what is but a hint. Steps of five are precise enough.',
              '**Line up the signals.** Ask sales what happened just before the latest sales. Asking is worth more than talking, and talking more than looking.',
              '**Say what takes away.** Being outside the places you serve, studying, unsubscribing. Two or three rules will do.',
              '**Set caps and fading.** How much a signal can add in a day, and in how many days it loses half. If your sales take weeks, let it fade soon; if they take a year, slowly.',
              '**Try it on the whole database.** Embudo works out who would change temperature and stage, without touching anything. Open a few whom you know well: did you recognise them?',
              '**Publish, and say why.** It is kept as a version, with your name and your note. If it turns out badly, the earlier one is still there and can be published again.',
            ],
          },
          'Let some weeks go by and [check whether it is right](/guide/proof). That is the test that counts.',
        ],
      },
      {
        id: 'now',
        title: 'The rules that weigh most today',
        blocks: [
          'In case you would rather start from what there is than from a blank sheet:',
          { live: 'fit' },
          { live: 'engagement' },
        ],
      },
      {
        id: 'thresholds',
        title: 'Where to put the thresholds',
        blocks: [
          'Today, warm starts at **{{warm}}** and hot at **{{hot}}**. To choose your own, begin at the end: how many people can your team attend to well this week? Put hot where about that many remain.',
          'See to it that fit and engagement are both needed. If one is enough, you will call very diligent students, or perfect companies that do not know you exist.',
        ],
      },
      {
        id: 'mistakes',
        title: 'Beginners’ mistakes',
        blocks: [
          {
            list: [
              'Thirty rules on the first day. Nobody will know why somebody has 58.',
              'Points for what **you** do, such as sending an email. Only what the other side does counts.',
              'Points for a fact that is filled in while selling. The score will seem to foretell, and will only be copying.',
              'Ten changes at once. If it improves, you will not know which one did it.',
            ],
          },
        ],
      },
    ],
    doing: [
      {
        to: '/definitions/score',
        text: 'Set up the score',
        about: 'These same steps, with what they would do to the database beside them.',
      },
      {
        to: '/definitions#score',
        text: 'The score',
        about: 'Rules, points, fading and thresholds are changed here.',
      },
      { to: '/definitions/preview', text: 'Try the draft', about: 'Who would move if you published it.' },
      {
        to: '/definitions/versions',
        text: 'The versions',
        about: 'What has been in force, and going back to it.',
      },
      { to: '/proof', text: 'Proof', about: 'Whether the score foretells the sales.' },
    ],
  },
)
