import { definePage } from './content.ts'

export const qualifyOrScoreTexts = definePage(
  {
    lead: 'Se confunden porque las dos usan los mismos datos. Pero contestan a preguntas distintas, y en este orden: primero si alguien puede comprar; después, de los que pueden, a quién atender antes.',
    parts: [
      {
        id: 'two',
        title: 'Dos preguntas',
        blocks: [
          {
            terms: [
              {
                term: 'Calificar: ¿puede llegar a ser cliente?',
                about:
                  'La respuesta es sí, todavía no, o no; y viene con un motivo. Sale de criterios y de preguntas. Un no aparta a la persona del trabajo de ventas, por mucho interés que muestre.',
              },
              {
                term: 'Puntuar: ¿a quién primero?',
                about:
                  'La respuesta es un número de 0 a 100 que solo sirve para comparar. Nadie «es» un 63: va delante de quien tiene 41 y detrás de quien tiene 80.',
              },
            ],
          },
        ],
      },
      {
        id: 'differ',
        title: 'Cuando no dicen lo mismo',
        blocks: [
          'La mayor parte de las veces van de la mano. Lo interesante está en las excepciones:',
          {
            list: [
              '**Muchos puntos y no califica.** Se lo ha leído todo y ha venido a dos seminarios, pero es competencia, o estudia, o está donde no llegas. Se le dan las gracias. No se le llama.',
              '**Califica y tiene pocos puntos.** La empresa ideal, que nunca ha abierto un correo. No está fría contigo: no te conoce. Busca a la persona adecuada y preséntate.',
              '**Pocos puntos y pide una propuesta.** Lo que acaba de pedir manda sobre el número. Contéstale hoy.',
            ],
          },
        ],
      },
      {
        id: 'here',
        title: 'Dónde vive cada una en Embudo',
        blocks: [
          'Calificar decide la **etapa**: son los criterios con los que alguien llega a prospecto o a cliente potencial. Puntuar decide la **temperatura** y el orden de la lista: frío, tibio o caliente.',
          'Por eso puede haber un lead caliente y un cliente potencial tibio. El primero está dando muchas señales, pero aún no ha hablado con nadie. El segundo dijo que sí, tiene el dinero, y lleva un mes callado: llámale antes de que se enfríe del todo.',
          {
            note: 'No uses los puntos para calificar («a partir de 60, es cliente potencial»). Con bastantes clics, cualquiera llega a 60. Un criterio puede pedir un mínimo de encaje, pero junto a algo que la persona haya dicho o hecho.',
          },
        ],
      },
    ],
    doing: [
      {
        to: '/definitions',
        text: 'Las definiciones',
        about: 'Arriba, las etapas, que califican. Abajo, la puntuación, que ordena.',
      },
      {
        to: '/contacts',
        text: 'Los contactos',
        about: 'Ordénalos por puntos, o filtra por etapa y temperatura a la vez.',
      },
    ],
  },
  {
    lead: 'They get confused because both use the same facts. But they answer different questions, and in this order: first whether somebody could buy; then, among those who could, whom to attend to first.',
    parts: [
      {
        id: 'two',
        title: 'Two questions',
        blocks: [
          {
            terms: [
              {
                term: 'To qualify: could they become a customer?',
                about:
                  'The answer is yes, not yet, or no; and it comes with a reason. It is drawn from criteria and from questions. A no takes the person out of the work of sales, however much interest they show.',
              },
              {
                term: 'To score: who comes first?',
                about:
                  'The answer is a number from 0 to 100 that only serves to compare. Nobody “is” a 63: they come before whoever has 41 and after whoever has 80.',
              },
            ],
          },
        ],
      },
      {
        id: 'differ',
        title: 'When they disagree',
        blocks: [
          'Most of the time they go hand in hand. The exceptions are the interesting part:',
          {
            list: [
              '**Many points, and does not qualify.** Has read everything and come to two seminars, but is a competitor, or a student, or lives where you do not go. Say thank you. Do not call.',
              '**Qualifies, and has few points.** The ideal company, which has never opened an email. It is not cold towards you: it does not know you. Find the right person and introduce yourself.',
              '**Few points, and asks for a proposal.** What they have just asked for counts before the number. Answer today.',
            ],
          },
        ],
      },
      {
        id: 'here',
        title: 'Where each lives in Embudo',
        blocks: [
          'Qualifying decides the **stage**: the criteria by which somebody becomes a prospect or a potential customer. Scoring decides the **temperature** and the order of the list: cold, warm or hot.',
          'So there can be a hot lead and a warm potential customer. The first gives many signs but has not talked to anybody yet. The second said yes, has the money, and has been silent for a month: call before they go cold altogether.',
          {
            note: 'Do not qualify by points (“from 60 on, a potential customer”). With enough clicks, anybody gets to 60. A criterion may ask for a least fit, but together with something that the person has said or done.',
          },
        ],
      },
    ],
    doing: [
      {
        to: '/definitions',
        text: 'The definitions',
        about: 'Above, the stages, which qualify. Below, the score, which ranks.',
      },
      {
        to: '/contacts',
        text: 'The contacts',
        about: 'Sort them by points, or filter by stage and temperature at once.',
      },
    ],
  },
)
