import { definePage } from './content.ts'

export const whoIsWhoTexts = definePage(
  {
    lead: 'En una base de datos no todos son lo mismo. Quien se apuntó ayer a tu boletín, quien te pidió precio y quien te compra desde hace años merecen un trato distinto. Estas son las palabras que Embudo usa para distinguirlos.',
    parts: [
      {
        id: 'stages',
        title: 'Las cinco etapas',
        blocks: [
          {
            terms: [
              {
                term: 'Contacto',
                about:
                  'Cualquier persona u organización de la base: quien te escribió, un socio, la empresa de quien te escribió. Estar aquí no dice nada sobre si va a comprar.',
              },
              {
                term: 'Lead',
                about:
                  'Se ha asomado: dejó sus datos, descargó algo, te sigue. De momento la conversación va en un solo sentido. Además, se parece a quien sueles vender.',
              },
              {
                term: 'Prospecto',
                about:
                  'La conversación ya va en los dos sentidos, o ha hecho algo que no se hace por curiosidad: pedir una demostración, preguntar por un precio. Está comparando.',
              },
              {
                term: 'Cliente potencial',
                about:
                  'Tiene la necesidad, puede pagarla y pinta algo en la decisión. Va a comprar; falta saber si a ti o a otro.',
              },
              {
                term: 'Cliente',
                about: 'Ha comprado y la compra sigue en pie. Empieza lo más rentable: que le vaya bien.',
              },
            ],
          },
          'Quien todavía no se ha identificado es un **visitante**. Embudo apunta lo que hace, pero no lo cuenta como contacto hasta que sabe quién es.',
        ],
      },
      {
        id: 'here',
        title: 'Cómo se llaman aquí y quién las lleva',
        blocks: [
          'Cada empresa traza las fronteras a su manera, y le cambia el nombre a lo que quiere. Esto es lo que vale hoy en la tuya:',
          { live: 'stages' },
          'El reparto de partida es sencillo. **Marketing** cuida de contactos y leads: ventas no los llama todavía. Al prospecto lo atienden **los dos**. Del cliente potencial en adelante responde **ventas**.',
        ],
      },
      {
        id: 'move',
        title: 'Se avanza, se salta y se retrocede',
        blocks: [
          'Nadie pasa de etapa por llevar mucho tiempo en la base. Pasa cuando cumple el criterio que está escrito, y Embudo deja un **recibo**: qué día fue, qué regla lo movió y por qué hechos.',
          'El camino no es una escalera. Quien llega pidiendo una propuesta se salta dos peldaños. Quien deja de contestar durante meses vuelve atrás, y no pasa nada: ahora sabes que toca reavivar el interés en vez de insistir con la oferta.',
          {
            note: 'Si no estás de acuerdo con la etapa de alguien, lee su recibo antes que nada. O falta un dato suyo, o el criterio dice algo que no querías. Las dos cosas tienen arreglo.',
          },
        ],
      },
      {
        id: 'roles',
        title: 'Varias cosas a la vez',
        blocks: [
          'La etapa dice por dónde va una compra. El **papel** dice qué más es alguien para ti: cliente, socio, proveedor, empleado, competidor o referencia. Se puede tener más de uno.',
          'Tu asesoría puede ser proveedora y también clienta. Un cliente contento puede ser a la vez la referencia que presentas a un prospecto. Un papel no mete a nadie en el embudo: a un proveedor no hay que venderle nada solo porque esté en tu agenda.',
          'Las organizaciones también tienen etapa: la de sus propios hechos o la de su gente activa más avanzada, la que llegue más lejos.',
        ],
      },
      {
        id: 'do',
        title: 'Qué se hace en cada etapa',
        blocks: [
          {
            list: [
              '**Contacto.** Averigua quién es y si encaja. Nada de publicidad sin una base legal.',
              '**Lead.** Dale motivos para volver: un artículo que le resuelva algo, un caso parecido al suyo, una invitación. Todavía no se le vende.',
              '**Prospecto.** Habla de tu producto: ficha técnica, demostración, prueba o muestra y, si duda, un cliente que le cuente su experiencia.',
              '**Cliente potencial.** Propuesta y negociación. Pregunta quién firma, qué fecha aprieta y con quién te compara.',
              '**Cliente.** Atiéndele bien, pregúntale qué tal, ofrécele lo que complementa lo que ya tiene y, si está contento, pídele que te recomiende.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/', text: 'El embudo', about: 'Cuántos hay en cada etapa y quién se ha movido.' },
      { to: '/contacts', text: 'Los contactos', about: 'Fíltralos por etapa; abre uno y lee su recibo.' },
      { to: '/definitions', text: 'Las definiciones', about: 'Qué pide cada etapa en tu empresa.' },
      { to: '/definitions/past', text: 'El embudo de otro día', about: 'Quién era qué en una fecha pasada.' },
    ],
  },
  {
    lead: 'The people in a database are not all alike. Somebody who joined your newsletter yesterday, somebody who asked for a price and somebody who has bought from you for years deserve different treatment. These are the words that Embudo uses to tell them apart.',
    parts: [
      {
        id: 'stages',
        title: 'The five stages',
        blocks: [
          {
            terms: [
              {
                term: 'Contact',
                about:
                  'Any person or organisation in the database: who wrote to you, a partner, the company of whoever wrote. Being here says nothing about whether they will buy.',
              },
              {
                term: 'Lead',
                about:
                  'Has put their head round the door: left an address, downloaded something, follows you. So far the talk goes one way. And they resemble those you usually sell to.',
              },
              {
                term: 'Prospect',
                about:
                  'The talk now goes both ways, or they have done something that nobody does out of curiosity: asked for a demonstration, or for a price. They are comparing.',
              },
              {
                term: 'Potential customer',
                about:
                  'Has the need, can pay for it and has a say in the decision. They will buy; what is open is whether from you or from somebody else.',
              },
              {
                term: 'Customer',
                about:
                  'Has bought, and the purchase stands. The most profitable part begins: making it go well.',
              },
            ],
          },
          'Whoever has not said who they are is a **visitor**. Embudo notes what they do, but does not count them as a contact until it knows who they are.',
        ],
      },
      {
        id: 'here',
        title: 'What they are called here, and who looks after them',
        blocks: [
          'Every company draws the borders in its own way, and renames what it likes. This is what holds in yours today:',
          { live: 'stages' },
          'The division one starts with is simple. **Marketing** looks after contacts and leads: sales does not call them yet. **Both** attend to the prospect. From potential customer on, **sales** answers for them.',
        ],
      },
      {
        id: 'move',
        title: 'Forward, in leaps, and back',
        blocks: [
          'Nobody moves on for having been in the database a long time. They move when they meet the criterion that is written down, and Embudo keeps a **receipt**: the day, the rule that moved them, and the facts behind it.',
          'The way is not a staircase. Whoever arrives asking for a proposal skips two steps. Whoever stops answering for months goes back, and that is fine: now you know that interest has to be rekindled, instead of pushing the offer.',
          {
            note: 'If you disagree with somebody’s stage, read the receipt first. Either a fact about them is missing, or the criterion says something you did not mean. Both can be mended.',
          },
        ],
      },
      {
        id: 'roles',
        title: 'Several things at once',
        blocks: [
          'The stage says how far a purchase has come. The **role** says what else somebody is to you: customer, partner, supplier, employee, competitor or reference. One may have several.',
          'Your accountant can be a supplier and a customer too. A happy customer can also be the reference whom you introduce to a prospect. A role puts nobody into the funnel: a supplier need not be sold anything just for being in your address book.',
          'Organisations have a stage as well: that of their own facts, or that of the most advanced of their active people, whichever is further.',
        ],
      },
      {
        id: 'do',
        title: 'What one does at each stage',
        blocks: [
          {
            list: [
              '**Contact.** Find out who it is and whether they fit. No advertising without a legal basis.',
              '**Lead.** Give them reasons to come back: an article that solves something, a case like theirs, an invitation. Nothing is sold yet.',
              '**Prospect.** Talk about your product: technical sheet, demonstration, trial or sample and, if they hesitate, a customer who tells them how it went.',
              '**Potential customer.** Proposal and negotiation. Ask who signs, which date presses, and whom you are compared with.',
              '**Customer.** Look after them, ask how it is going, offer what completes what they have and, if they are happy, ask them to recommend you.',
            ],
          },
        ],
      },
    ],
    doing: [
      { to: '/', text: 'The funnel', about: 'How many are at each stage, and who has moved.' },
      {
        to: '/contacts',
        text: 'The contacts',
        about: 'Filter them by stage; open one and read the receipt.',
      },
      { to: '/definitions', text: 'The definitions', about: 'What each stage asks in your company.' },
      { to: '/definitions/past', text: 'The funnel of another day', about: 'Who was what on a day gone by.' },
    ],
  },
)
