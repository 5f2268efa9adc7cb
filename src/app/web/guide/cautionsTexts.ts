import { definePage } from './content.ts'

export const cautionsTexts = definePage(
  {
    lead: 'El interés es la mitad más tentadora de la puntuación, porque se mueve sola. También es la que más engaña. Antes de fiarte de un número alto, mira de qué está hecho.',
    parts: [
      {
        id: 'alone',
        title: 'El interés solo no basta',
        blocks: [
          'Alguien puede visitar tu web cada día y no comprar nunca. Que te lea mucho dice que escribes bien. Para que valga una llamada tiene que parecerse, además, a quienes te compran.',
          { live: 'alone' },
        ],
      },
      {
        id: 'robots',
        title: 'Los robots',
        blocks: [
          'Los filtros de correo de muchas empresas abren cada mensaje y pulsan todos sus enlaces antes de entregarlo, para ver si son peligrosos. Los buscadores recorren páginas. Algunos programas de chat cargan el enlace para enseñar una vista previa.',
          'Embudo aparta esos toques: no cambian la etapa de nadie ni le dan puntos. Si más tarde se descubre que algo era un robot, se retira, y todo lo que se siguió de ello se deshace.',
          'Por el mismo motivo **abrir un correo no suma**: hoy lo abren las máquinas tanto como las personas.',
        ],
      },
      {
        id: 'who',
        title: 'Gente que mira y no va a comprar',
        blocks: [
          {
            terms: [
              {
                term: 'Quien busca trabajo',
                about:
                  'Recorre toda la web, y casi siempre pasa por la página de empleo. Esa visita resta encaje; puede que no sea un cliente, pero sí un buen fichaje.',
              },
              {
                term: 'Estudiantes',
                about:
                  'Descargan mucho, preguntan bien y necesitan citar a alguien. Ayúdales: dentro de cinco años deciden.',
              },
              {
                term: 'La competencia',
                about:
                  'Se suscribe a todo. Apúntale el papel de competidor y deja de mover el embudo, aunque haga cien clics.',
              },
              {
                term: 'Proveedores y socios',
                about:
                  'Entran en tu web para trabajar contigo, no para comprarte. Su papel los deja fuera del embudo.',
              },
              {
                term: 'Tus propios clientes',
                about:
                  'Buscan el manual o la factura. Es buena señal, pero de otra cosa: no la leas como una venta nueva.',
              },
              {
                term: 'Tu equipo',
                about: 'Revisa la página que acaba de publicar. Apunta a cada compañero como empleado.',
              },
            ],
          },
        ],
      },
      {
        id: 'quiet',
        title: 'Y gente que compra sin mirar',
        blocks: [
          'Quien decide en una empresa grande a menudo no visita nada. Manda a alguien. Mira la organización entera: si tres personas de la misma empresa han aparecido este mes, ahí pasa algo, aunque ninguna llegue a tibia.',
          'Tampoco deja rastro quien te llama por recomendación. Anota la llamada, y cuenta como lo que es: una conversación.',
        ],
      },
      {
        id: 'check',
        title: 'Tres comprobaciones antes de llamar',
        blocks: [
          {
            steps: [
              'Abre la cuenta de sus puntos. ¿Hay algo que haya **pedido** o **dicho**, o todo son páginas vistas?',
              'Mira las fechas. ¿Es de esta semana, o lo que queda de un entusiasmo de hace meses?',
              'Mira el encaje por separado. Con encaje bajo e interés alto, averigua quién es antes de ofrecerle nada.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/contacts', text: 'Los contactos', about: 'Los puntos de cada uno, señal a señal.' },
      {
        to: '/definitions/score?step=against',
        text: 'Qué va en contra',
        about: 'Qué cautelas están resueltas y cuáles no, y las reglas que restan.',
      },
      { to: '/settings/events', text: 'Las señales', about: 'Cuánto interés demuestra cada una.' },
    ],
  },
  {
    lead: 'Engagement is the more tempting half of the score, because it moves by itself. It is also the one that misleads most. Before you trust a high number, look at what it is made of.',
    parts: [
      {
        id: 'alone',
        title: 'Engagement alone is not enough',
        blocks: [
          'Somebody can visit your site every day and never buy. That they read a lot of you says that you write well. To be worth a call they must, besides, be like those who buy from you.',
          { live: 'alone' },
        ],
      },
      {
        id: 'robots',
        title: 'Robots',
        blocks: [
          'The mail filters of many companies open each message and click all of its links before delivering it, to see whether they are dangerous. Search engines crawl pages. Some chat programs load a link to show a preview.',
          'Embudo sets such touches aside: they change nobody’s stage and give no points. If something later turns out to have been a robot, it is withdrawn, and everything that followed from it is undone.',
          'For the same reason **opening an email adds nothing**: nowadays machines open as many as people do.',
        ],
      },
      {
        id: 'who',
        title: 'People who look and will not buy',
        blocks: [
          {
            terms: [
              {
                term: 'Job seekers',
                about:
                  'They go over the whole site, and nearly always by the careers page. That visit takes fit away; perhaps not a customer, but a good recruit.',
              },
              {
                term: 'Students',
                about:
                  'They download a lot, ask good questions and need somebody to quote. Help them: in five years they decide.',
              },
              {
                term: 'The competition',
                about:
                  'Subscribes to everything. Give them the role of competitor and they stop moving the funnel, whatever they click.',
              },
              {
                term: 'Suppliers and partners',
                about:
                  'They come to your site to work with you, not to buy. Their role keeps them out of the funnel.',
              },
              {
                term: 'Your own customers',
                about:
                  'They look for the manual or the invoice. A good sign, but of something else: do not read it as a new sale.',
              },
              {
                term: 'Your team',
                about: 'Checks the page that has just gone up. Give each colleague the role of employee.',
              },
            ],
          },
        ],
      },
      {
        id: 'quiet',
        title: 'And people who buy without looking',
        blocks: [
          'Whoever decides in a large company often visits nothing. They send somebody. Look at the whole organisation: if three people of one company turned up this month, something is going on, even if none of them is warm.',
          'Those who call because somebody recommended you leave no trace either. Note the call, and it counts for what it is: a conversation.',
        ],
      },
      {
        id: 'check',
        title: 'Three checks before you call',
        blocks: [
          {
            steps: [
              'Open the account of their points. Is there anything that they **asked for** or **said**, or is it all pages viewed?',
              'Look at the dates. Is it of this week, or what is left of a passion months ago?',
              'Look at fit by itself. With low fit and high engagement, find out who it is before you offer anything.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/contacts', text: 'The contacts', about: 'The points of each, signal by signal.' },
      {
        to: '/definitions/score?step=against',
        text: 'What speaks against',
        about: 'Which cautions are taken care of and which are not, and the rules that take away.',
      },
      { to: '/settings/events', text: 'The signals', about: 'How much interest each of them shows.' },
    ],
  },
)
