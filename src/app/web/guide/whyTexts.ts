import { definePage } from './content.ts'

export const whyTexts = definePage(
  {
    lead: 'Una semana tiene las horas que tiene. Calificar es decidir a quién se le dan, antes de que las decida quien más insiste o quien llegó el último.',
    parts: [
      {
        id: 'time',
        title: 'Lo primero que se gana es tiempo',
        blocks: [
          'Una visita comercial cuesta una mañana. Una propuesta seria, un par de tardes. Gastarlas en quien no puede comprar no solo se pierde: se le quita a quien sí podía.',
          'Y en ventas la prisa cuenta. A quien pide que le llamen le interesa ahora; mañana habrá pedido a otro. Sin calificar, esa petición espera en la misma cola que las demás.',
        ],
      },
      {
        id: 'gains',
        title: 'Y después, todo esto',
        blocks: [
          {
            terms: [
              {
                term: 'Se vende más con la misma gente',
                about:
                  'No por llamar más, sino porque más llamadas llegan a quien necesita algo y puede decidirlo.',
              },
              {
                term: 'Se prepara mejor cada conversación',
                about:
                  'Quien califica ya sabe qué le preocupa al otro. Llega con una respuesta, no con un catálogo.',
              },
              {
                term: 'Las previsiones se creen',
                about:
                  'Diez clientes potenciales calificados dicen algo del trimestre. Cien nombres en una hoja, nada.',
              },
              {
                term: 'El dinero de marketing se afina',
                about:
                  'Se ve qué campañas traen gente que compra y cuáles traen solo gente. A veces la que más leads da es la que menos vale.',
              },
              {
                term: 'Los clientes duran más',
                about:
                  'Quien encajaba desde el principio se va menos, pide menos excepciones y recomienda más.',
              },
              {
                term: 'Nadie se siente perseguido',
                about:
                  'Dejar en paz a quien no es para ti también es buen servicio. Y te guarda las puertas abiertas.',
              },
            ],
          },
        ],
      },
      {
        id: 'without',
        title: 'Cómo se nota que falta',
        blocks: [
          {
            list: [
              'Ventas dice que los leads son malos; marketing dice que ventas no los llama. Los dos tienen razón.',
              'Se hacen muchas propuestas y se cierran pocas, y la mayoría se pierde «porque sí».',
              'Dos personas del mismo equipo entienden cosas distintas por «prospecto».',
              'Se descubre en la tercera reunión que quien escuchaba no podía decidir.',
              'A un cliente de diez años le llega la campaña de captación.',
            ],
          },
        ],
      },
      {
        id: 'costs',
        title: 'Lo que cuesta',
        blocks: [
          'Cuesta ponerse de acuerdo en unas pocas frases: a quién vendemos, qué es aquí un prospecto, qué preguntamos siempre. Una tarde, más o menos, y repasarlo cada trimestre.',
          'También cuesta decir que no. La primera semana duele ver la lista más corta. La segunda se entiende por qué.',
        ],
      },
    ],
    doing: [
      {
        to: '/',
        text: 'El embudo',
        about: 'Qué parte de cada etapa pasa a la siguiente: ahí se ve dónde se pierde.',
      },
      {
        to: '/definitions',
        text: 'Las definiciones',
        about: 'Esas pocas frases, escritas donde todos las leen.',
      },
    ],
  },
  {
    lead: 'A week has only so many hours. To qualify is to decide who gets them, before it is decided by whoever insists most or came last.',
    parts: [
      {
        id: 'time',
        title: 'The first gain is time',
        blocks: [
          'A sales visit takes a morning. A serious proposal, a couple of afternoons. Spent on somebody who cannot buy they are not just lost: they are taken from somebody who could.',
          'And in sales, speed counts. Whoever asks to be called is interested now; tomorrow they will have asked somebody else. Without qualifying, that request waits in the same queue as the rest.',
        ],
      },
      {
        id: 'gains',
        title: 'And then, all this',
        blocks: [
          {
            terms: [
              {
                term: 'The same people sell more',
                about:
                  'Not by calling more, but because more calls reach somebody who needs something and can decide on it.',
              },
              {
                term: 'Every conversation is better prepared',
                about:
                  'Whoever qualifies knows what worries the other side. They come with an answer, not with a catalogue.',
              },
              {
                term: 'Forecasts are believed',
                about:
                  'Ten qualified potential customers say something about the quarter. A hundred names on a sheet say nothing.',
              },
              {
                term: 'Marketing money goes further',
                about:
                  'You see which campaigns bring people who buy and which bring only people. Sometimes the one with most leads is worth least.',
              },
              {
                term: 'Customers stay longer',
                about:
                  'Those who fitted from the start leave less, ask for fewer exceptions and recommend more.',
              },
              {
                term: 'Nobody feels chased',
                about:
                  'Leaving alone those who are not for you is good service too. And it keeps doors open.',
              },
            ],
          },
        ],
      },
      {
        id: 'without',
        title: 'How its absence shows',
        blocks: [
          {
            list: [
              'Sales says that the leads are bad; marketing says that sales does not call them. Both are right.',
              'Many proposals are made and few are closed, and most are lost “for no reason”.',
              'Two people in the same team understand different things by “prospect”.',
              'It comes out at the third meeting that whoever was listening could not decide.',
              'A customer of ten years gets the campaign meant for strangers.',
            ],
          },
        ],
      },
      {
        id: 'costs',
        title: 'What it costs',
        blocks: [
          'It costs agreeing on a few sentences: whom we sell to, what a prospect is here, what we always ask. An afternoon, more or less, and another look every quarter.',
          'It also costs saying no. In the first week it hurts to see a shorter list. In the second one understands why.',
        ],
      },
    ],
    doing: [
      {
        to: '/',
        text: 'The funnel',
        about: 'What part of each stage goes on to the next: it shows where you lose people.',
      },
      {
        to: '/definitions',
        text: 'The definitions',
        about: 'Those few sentences, written where everybody reads them.',
      },
    ],
  },
)
