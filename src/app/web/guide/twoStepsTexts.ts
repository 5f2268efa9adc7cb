import { definePage } from './content.ts'

export const twoStepsTexts = definePage(
  {
    lead: 'Calificar es averiguar si alguien puede llegar a comprarte. Se hace dos veces: primero sin molestarle, con lo que ya se sabe; después hablando con él, con preguntas.',
    parts: [
      {
        id: 'before',
        title: 'Primer paso: antes de hablar',
        blocks: [
          'Antes de descolgar el teléfono, compara a la persona y su empresa con unos criterios que tu equipo ha fijado de antemano:',
          {
            list: [
              '**Sector.** ¿Es de los que compran lo que haces?',
              '**Tamaño.** ¿Cuántas personas trabajan allí? Demasiado pequeña no te necesita; demasiado grande quizá no quepa en tu manera de trabajar.',
              '**Facturación.** ¿Llega al mínimo a partir del cual tu precio tiene sentido?',
              '**Lugar.** ¿La atiendes donde está?',
              '**Quién es.** ¿Decide, influye, o usará lo que otra persona compre?',
            ],
          },
          'Los criterios van escritos antes de mirar los nombres. Si se deciden caso por caso, siempre hay un motivo para llamar a quien nos cae bien.',
          'Por debajo del umbral no se gasta esfuerzo de ventas. No hace falta borrar a nadie: puede seguir recibiendo tu boletín, y el día que su empresa crezca volverá a salir.',
          {
            note: 'No hace falta que lo cumpla todo. Basta con la mayor parte, salvo lo que sea imprescindible. Y lo que no se sabe no es un «no»: es algo por averiguar.',
          },
        ],
      },
      {
        id: 'talking',
        title: 'Segundo paso: al hablar',
        blocks: [
          'Lo que de verdad decide una compra no está en ninguna base de datos. Hay que preguntarlo. Cuatro cosas bastan casi siempre: qué **necesita**, con qué **presupuesto**, quién tiene la **autoridad** y para qué **plazo**.',
          {
            questions: [
              {
                about: 'Necesidad',
                ask: '¿Qué quiere resolver, y qué pasará si dentro de un año sigue igual?',
              },
              { about: 'Presupuesto', ask: '¿Hay dinero reservado para esto? ¿De qué orden?' },
              {
                about: 'Autoridad',
                ask: 'Además de usted, ¿quién tiene que estar de acuerdo? ¿Quién firma?',
              },
              { about: 'Plazo', ask: '¿Qué día tiene que estar funcionando, y por qué ese día?' },
            ],
          },
          'Son las cuatro de **BANT**, la lista más conocida. Con tres confirmadas suele bastar para trabajar en serio, siempre que la autoridad no sea un no. A quien compra para sí se le pregunta otra cosa, **Compra personal**: qué le interesa, qué busca, cuándo y si el precio le encaja. Hay otras listas ya hechas, y puedes escribir la tuya, en [Métodos de calificación](/definitions/frameworks).',
        ],
      },
      {
        id: 'knows',
        title: 'Para saber por dónde va un prospecto',
        blocks: [
          'Hay otra tanda de preguntas que no busca un sí o un no, sino saber en qué momento de la compra está y cuánto seguimiento pide:',
          {
            questions: [
              {
                about: 'Lo que sabe',
                ask: '¿Qué ha visto ya de lo que ofrecemos? ¿Qué le llamó la atención?',
              },
              { about: 'Su mundo', ask: '¿Qué tiene de particular su negocio que deberíamos entender?' },
              { about: 'La utilidad', ask: 'Si mañana lo tuviera, ¿qué haría usted de otra manera?' },
              { about: 'El dinero', ask: '¿Cuánto le cuesta hoy hacerlo como lo hace?' },
              { about: 'La propuesta', ask: '¿Le ayudaría que se lo pusiera por escrito, con precio?' },
            ],
          },
          'La sexta no se pregunta: **con qué frecuencia visita tu web** lo ve Embudo por sí solo.',
        ],
      },
      {
        id: 'how',
        title: 'Cómo preguntar',
        blocks: [
          {
            list: [
              'Una pregunta por conversación vale más que diez en un formulario. Elige la que más pueda cambiar lo que harás después.',
              'Empieza por la necesidad. Preguntar por el dinero antes de entender el problema suena a que solo importa el dinero.',
              'Apunta la respuesta con sus palabras, quién la dio y cuándo. Un presupuesto de hace un año ya no es un presupuesto.',
              'Si no hablas con quien decide, no le saltes: pídele que te lleve.',
            ],
          },
          'Si no consta quién decide, en la ficha de quien sí conoces se apunta la tarea **Averiguar quién decide**, con su día y su responsable; sale en la página de inicio. Se da por hecha sola en cuanto consta quién decide en su organización, y se vuelve a abrir si esa persona deja de decidir, se va o se elimina.',
          'Se sigue calificando **hasta que paga**. Un plazo se mueve, una persona cambia de puesto, un presupuesto se congela.',
        ],
      },
      {
        id: 'no',
        title: 'Decir que no también es calificar',
        blocks: [
          'Si no encaja, descártalo con un motivo. El motivo es lo que permite a marketing dejar de traer a los que no van a comprar.',
          'Hay descartes **para siempre** (es competencia, está fuera de tu zona) y descartes **hasta nueva orden** (sin presupuesto este año, mal momento). A los segundos ponles fecha para volver a mirarlos.',
          'En [Descartes](/reports) se ve a cuántos se descarta, por qué motivo y de dónde venían.',
        ],
      },
    ],
    doing: [
      { to: '/definitions#score', text: 'Los criterios de antes', about: 'Qué datos suman y restan encaje.' },
      {
        to: '/definitions/frameworks',
        text: 'Los métodos de calificación',
        about:
          'Qué se pregunta y cuántas respuestas hacen falta. Lo que cambies se prueba en el borrador antes de que cuente.',
      },
      {
        to: '/contacts',
        text: 'Los contactos',
        about: 'Abre uno y anota lo que te ha dicho. La vista «Por trabajar» reúne a los que faltan.',
      },
      { to: '/reports', text: 'Los descartes', about: 'A quién se ha descartado y por qué.' },
      { to: '/settings/fields', text: 'Los campos', about: 'Añade lo que quieras preguntar y no esté.' },
    ],
  },
  {
    lead: 'To qualify is to find out whether somebody could come to buy from you. It is done twice: first without troubling them, from what is known already; then by talking to them, with questions.',
    parts: [
      {
        id: 'before',
        title: 'First step: before talking',
        blocks: [
          'Before you pick up the phone, compare the person and their company with criteria that you settled beforehand:',
          {
            list: [
              '**Sector.** Is it one of those that buy what you make?',
              '**Size.** How many people work there? Too small has no need of you; too large may not fit the way you work.',
              '**Revenue.** Does it reach the least at which your price makes sense?',
              '**Place.** Do you serve where it is?',
              '**Who they are.** Do they decide, influence, or use what others buy?',
            ],
          },
          'The criteria are written before the names are looked at. Decided case by case, there is always a reason to call the ones we like.',
          'Below the threshold no sales effort is spent. Nobody needs deleting: they can go on getting your newsletter, and the day their company grows they will turn up again.',
          {
            note: 'They need not meet everything. Most of it is enough, except for what is essential. And what is not known is not a “no”: it is something to find out.',
          },
        ],
      },
      {
        id: 'talking',
        title: 'Second step: when talking',
        blocks: [
          'What really decides a purchase is in no database. It has to be asked. Four things are nearly always enough: what they **need**, with which **budget**, who has the **authority**, and by **when**.',
          {
            questions: [
              {
                about: 'Need',
                ask: 'What do you want to solve, and what happens if it is still the same in a year?',
              },
              { about: 'Budget', ask: 'Is money set aside for this? Roughly how much?' },
              { about: 'Authority', ask: 'Besides you, who has to agree? Who signs?' },
              { about: 'Timing', ask: 'On which day must it be working, and why that day?' },
            ],
          },
          'They are the four of **BANT**, the best-known list. With three confirmed it is usually worth serious work, as long as authority is not a no. Whoever buys for themselves is asked something else, **Personal purchase**: what interests them, what they look for, when, and whether the price suits them. There are other ready-made lists, and you can write your own, in [Qualification frameworks](/definitions/frameworks).',
        ],
      },
      {
        id: 'knows',
        title: 'To know how far a prospect has come',
        blocks: [
          'There is another set of questions that seeks no yes or no, but where they are in their purchase and how much follow-up they call for:',
          {
            questions: [
              { about: 'What they know', ask: 'What have you seen of what we offer? What caught your eye?' },
              { about: 'Their world', ask: 'What is particular to your business that we should understand?' },
              { about: 'The use of it', ask: 'If you had it tomorrow, what would you do differently?' },
              { about: 'The money', ask: 'What does it cost you today, the way you do it now?' },
              { about: 'The proposal', ask: 'Would it help to have it from me in writing, with a price?' },
            ],
          },
          'The sixth is not asked: **how often they visit your site** is something Embudo sees by itself.',
        ],
      },
      {
        id: 'how',
        title: 'How to ask',
        blocks: [
          {
            list: [
              'One question in a conversation is worth more than ten in a form. Choose the one that can most change what you do next.',
              'Begin with the need. To ask about money before understanding the problem sounds as if only money mattered.',
              'Write the answer down in their words, with who gave it and when. Last year’s budget is no longer a budget.',
              'If you are not talking to the one who decides, do not go round them: ask them to take you there.',
            ],
          },
          'Where nobody is known to decide, the page of whoever you do know takes a task, **Find out who decides**, with its day and its person; it is listed on the home page. It is done by itself as soon as somebody is known to decide in their organisation, and opens again if that person no longer decides, leaves or is deleted.',
          'Qualifying goes on **until they pay**. A date slips, a person changes jobs, a budget is frozen.',
        ],
      },
      {
        id: 'no',
        title: 'Saying no is qualifying too',
        blocks: [
          'If they do not fit, rule them out and give a reason. The reason is what lets marketing stop bringing in those who will not buy.',
          'Some are ruled out **for good** (a competitor, outside the places you serve) and some **for now** (no budget this year, bad moment). Give the second kind a date to look again.',
          '[Disqualifications](/reports) shows how many are ruled out, for what reason, and where they came from.',
        ],
      },
    ],
    doing: [
      {
        to: '/definitions#score',
        text: 'The criteria of before',
        about: 'Which facts add to fit and which take away.',
      },
      {
        to: '/definitions/frameworks',
        text: 'The qualification frameworks',
        about:
          'What is asked, and how many answers it takes. What you change is tried in the draft before it counts.',
      },
      {
        to: '/contacts',
        text: 'The contacts',
        about:
          'Open one and write down what they told you. The view “To work on” gathers those that are left.',
      },
      { to: '/reports', text: 'The disqualifications', about: 'Who was ruled out, and why.' },
      { to: '/settings/fields', text: 'The fields', about: 'Add what you want to ask and is not there.' },
    ],
  },
)
