import { definePage } from './content.ts'

export const scoreTexts = definePage(
  {
    lead: 'La puntuación va de 0 a 100 y junta dos cosas: cuánto se parece alguien a tu cliente ideal y cuánto interés está mostrando. Cada punto tiene su porqué, y la cuenta siempre cuadra.',
    parts: [
      {
        id: 'fit',
        title: 'Encaje: quién es',
        blocks: [
          'El encaje sale de los datos: sector, tamaño, lugar, cargo. Suma **una vez, mientras el dato sea cierto**, y no se gasta con el tiempo. Si cambia de empresa, cambia el encaje.',
          { live: 'fit' },
        ],
      },
      {
        id: 'engagement',
        title: 'Interés: qué hace',
        blocks: [
          'El interés sale de las señales: lo que visita, lo que descarga, lo que pide, lo que te contesta. Cada vez que ocurre suma. Hablar vale más que mirar, y pedir vale más que hablar.',
          { live: 'engagement' },
        ],
      },
      {
        id: 'fading',
        title: 'El interés se desgasta',
        blocks: [
          'Que alguien mirase tus precios ayer dice mucho. Que los mirase hace un año, casi nada. Por eso los puntos de interés pierden la mitad de su valor cada cierto tiempo: primero deprisa, después más despacio, sin saltos.',
          { live: 'fading' },
          'No hay que esperar a que nadie recalcule nada por la noche. El número que ves es el de este segundo, y en la página de cada contacto se lee qué día se enfriará si no pasa nada más.',
        ],
      },
      {
        id: 'caps',
        title: 'Los topes',
        blocks: [
          'Cincuenta páginas en una tarde no son cincuenta veces más ganas de comprar. Algunas señales cuentan solo hasta cierto número al día:',
          { live: 'caps' },
          'Y tanto el encaje como el interés se quedan siempre entre 0 y 100, por mucho que sumen sus reglas.',
        ],
      },
      {
        id: 'losses',
        title: 'Lo que resta',
        blocks: [
          'Restar es tan útil como sumar. Evita que un buen interés tape un motivo para no insistir.',
          { live: 'losses' },
        ],
      },
      {
        id: 'temperature',
        title: 'Frío, tibio, caliente',
        blocks: [
          'El total es **{{fit}} % de encaje y {{engagement}} % de interés**. Dos umbrales lo convierten en una palabra que se entiende de un vistazo:',
          { live: 'temperatures' },
          { live: 'alone' },
          'Caliente debería querer decir «alguien a quien tu equipo puede atender esta semana». Si hay doscientos calientes y en tu equipo son dos, sube el umbral.',
        ],
      },
      {
        id: 'example',
        title: 'Un ejemplo con tus reglas',
        blocks: [{ live: 'worked' }],
      },
    ],
    doing: [
      {
        to: '/definitions#score',
        text: 'La puntuación',
        about: 'Todas las reglas en vigor, con sus puntos.',
      },
      {
        to: '/contacts',
        text: 'Los contactos',
        about: 'Abre uno y mira de dónde sale cada uno de sus puntos.',
      },
      { to: '/', text: 'El embudo', about: 'Cuántos hay hoy fríos, tibios y calientes.' },
    ],
  },
  {
    lead: 'The score goes from 0 to 100 and puts two things together: how much somebody is like your ideal customer, and how much interest they are showing. Every point has its reason, and the sum always adds up.',
    parts: [
      {
        id: 'fit',
        title: 'Fit: who they are',
        blocks: [
          'Fit comes from facts: sector, size, place, position. It counts **once, for as long as the fact is true**, and does not wear off with time. If they change company, the fit changes.',
          { live: 'fit' },
        ],
      },
      {
        id: 'engagement',
        title: 'Engagement: what they do',
        blocks: [
          'Engagement comes from signals: what they visit, download and ask for, and what they answer. It adds points each time. Talking is worth more than looking, and asking is worth more than talking.',
          { live: 'engagement' },
        ],
      },
      {
        id: 'fading',
        title: 'Engagement fades',
        blocks: [
          'That somebody looked at your prices yesterday says a lot. That they did so a year ago, next to nothing. So points of engagement lose half their worth every so often: fast at first, then more slowly, without jumps.',
          { live: 'fading' },
          'Nobody has to recalculate anything overnight. The number you see is that of this very second, and each contact’s page says on which day they will turn cold if nothing else happens.',
        ],
      },
      {
        id: 'caps',
        title: 'The caps',
        blocks: [
          'Fifty pages in one afternoon are not fifty times the wish to buy. Some signals count only so many times a day:',
          { live: 'caps' },
          'And both fit and engagement always stay between 0 and 100, whatever their rules add up to.',
        ],
      },
      {
        id: 'losses',
        title: 'What takes points away',
        blocks: [
          'Taking away is as useful as adding. It keeps good engagement from hiding a reason not to insist.',
          { live: 'losses' },
        ],
      },
      {
        id: 'temperature',
        title: 'Cold, warm, hot',
        blocks: [
          'The total is **{{fit}}% fit and {{engagement}}% engagement**. Two thresholds turn it into a word that is understood at a glance:',
          { live: 'temperatures' },
          { live: 'alone' },
          'Hot should mean “somebody whom your team can attend to this week”. If two hundred are hot and there are two of you, raise the threshold.',
        ],
      },
      {
        id: 'example',
        title: 'An example with your rules',
        blocks: [{ live: 'worked' }],
      },
    ],
    doing: [
      { to: '/definitions#score', text: 'The score', about: 'All the rules in force, with their points.' },
      {
        to: '/contacts',
        text: 'The contacts',
        about: 'Open one and see where each of their points comes from.',
      },
      { to: '/', text: 'The funnel', about: 'How many are cold, warm and hot today.' },
    ],
  },
)
