import { definePage } from './content.ts'

export const togetherTexts = definePage(
  {
    lead: 'Calificar parece cosa de números, pero se nota sobre todo en el trato: en cómo le hablas a cada uno, y en cómo se hablan entre sí quienes captan y quienes venden.',
    parts: [
      {
        id: 'people',
        title: 'Con la gente',
        blocks: [
          {
            terms: [
              {
                term: 'Se la escucha antes',
                about:
                  'Las preguntas de calificar son las que haría alguien con interés. Quien las contesta se siente entendido.',
              },
              {
                term: 'Se le habla de lo suyo',
                about:
                  'Al que empieza, una idea útil; al que compara, una demostración; al que ya es cliente, que funcione. El mismo mensaje para todos no le habla a nadie.',
              },
              {
                term: 'Se llega a tiempo',
                about:
                  'Ni se llama a quien solo estaba leyendo, ni se deja esperando a quien pidió que le llamaran.',
              },
              {
                term: 'No se le hace repetir',
                about:
                  'Lo que contó a una persona de tu equipo lo saben las demás. Está en su página, con fecha.',
              },
              {
                term: 'Se le dice la verdad',
                about:
                  'Si lo tuyo no le conviene, lo sabe pronto. Es la gente que más te recomienda sin haberte comprado.',
              },
            ],
          },
          'La relación no acaba en la venta. Quien ya es cliente pide otro cuidado: que le vaya bien, saber qué piensa, ofrecerle lo que le falta y, si está contento, pedirle que lo cuente.',
        ],
      },
      {
        id: 'teams',
        title: 'Entre marketing y ventas',
        blocks: [
          'La discusión de siempre, si los leads eran malos o nadie los llamó, viene de no haber escrito qué es un lead. Escrito, deja de ser una opinión.',
          {
            list: [
              '**Un acuerdo.** Las dos partes leen la misma definición y firman la misma versión. Si cambia, se ve quién la cambió y por qué.',
              '**Un relevo.** Cuando alguien llega a cliente potencial, ventas responde. Hasta entonces es de marketing, y ventas no se adelanta.',
              '**Una vuelta.** Si ventas descarta a alguien, dice el motivo, y marketing deja de traer a otros iguales.',
              '**Un recibo.** «¿Por qué me has pasado a este?» se contesta con un clic: estos hechos, este día, esta regla.',
            ],
          },
        ],
      },
      {
        id: 'meeting',
        title: 'Media hora al mes',
        blocks: [
          'Lo que mejor mantiene el acuerdo es una reunión corta, con la pantalla delante:',
          {
            steps: [
              'El embudo del mes: ¿en qué etapa se queda más gente?',
              'Cinco contactos que pasaron a ventas: ¿estaban listos? Lean juntos sus recibos.',
              'Cinco descartes: ¿qué tenían en común?',
              'Si algo se repite, cambien **una** regla en el borrador, pruébenla y publíquenla con su motivo.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/', text: 'El embudo', about: 'Quién avanza, quién retrocede y por qué.' },
      {
        to: '/definitions/versions',
        text: 'Las versiones',
        about: 'Lo que se acordó cada vez, y quién lo escribió.',
      },
      { to: '/contacts', text: 'Los contactos', about: 'Todo lo hablado con cada uno, en un solo sitio.' },
    ],
  },
  {
    lead: 'Qualifying looks like a matter of numbers, but it shows above all in how people are treated: in how you talk to each of them, and in how those who attract and those who sell talk to one another.',
    parts: [
      {
        id: 'people',
        title: 'With people',
        blocks: [
          {
            terms: [
              {
                term: 'They are listened to first',
                about:
                  'The questions of qualifying are those of somebody who cares. Whoever answers them feels understood.',
              },
              {
                term: 'They hear about their own concerns',
                about:
                  'For a beginner, a useful idea; for one who compares, a demonstration; for a customer, that it works. The same message for everybody speaks to nobody.',
              },
              {
                term: 'You come in time',
                about:
                  'Nobody who was only reading gets a call, and nobody who asked for one is kept waiting.',
              },
              {
                term: 'They need not repeat themselves',
                about: 'What they told one of your team the others know. It is on their page, with its date.',
              },
              {
                term: 'They are told the truth',
                about:
                  'If what you have is not for them, they know soon. They are the ones who recommend you most without having bought.',
              },
            ],
          },
          'The relationship does not end with the sale. A customer calls for another kind of care: that it goes well, to know what they think, to offer what they lack and, if they are happy, to ask them to tell others.',
        ],
      },
      {
        id: 'teams',
        title: 'Between marketing and sales',
        blocks: [
          'The everlasting argument, whether the leads were bad or nobody called them, comes from not having written what a lead is. Once written, it is no longer a matter of opinion.',
          {
            list: [
              '**One agreement.** Both sides read the same definition and sign the same version. If it changes, you see who changed it and why.',
              '**One handover.** When somebody becomes a potential customer, sales answers for them. Until then they belong to marketing, and sales does not jump ahead.',
              '**One way back.** If sales rules somebody out, it says why, and marketing stops bringing in more of the same.',
              '**One receipt.** “Why did you pass me this one?” is answered with a click: these facts, this day, this rule.',
            ],
          },
        ],
      },
      {
        id: 'meeting',
        title: 'Half an hour a month',
        blocks: [
          'What keeps the agreement best is a short meeting, with the screen in view:',
          {
            steps: [
              'The funnel of the month: at which stage do most people stay?',
              'Five contacts that went over to sales: were they ready? Read their receipts together.',
              'Five that were ruled out: what did they have in common?',
              'If something keeps coming up, change **one** rule in the draft, try it, and publish it with its reason.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/', text: 'The funnel', about: 'Who moves forward, who goes back, and why.' },
      {
        to: '/definitions/versions',
        text: 'The versions',
        about: 'What was agreed each time, and who wrote it.',
      },
      { to: '/contacts', text: 'The contacts', about: 'Everything said with each of them, in one place.' },
    ],
  },
)
