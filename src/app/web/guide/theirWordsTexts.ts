import { defineTheirWords } from './words.ts'

/** Words that mean one thing here and another there. */
export const theirWordsTexts = defineTheirWords(
  {
    contact: {
      word: 'Contact, contacto',
      systems: ['hubspot', 'salesforce', 'mailchimp'],
      about:
        'En HubSpot y Mailchimp es cualquiera; en Salesforce, solo quien ya pertenece a una cuenta. Y hay empresas que llaman así a quien todavía no ha comprado.',
      becomes: 'Cualquiera de la base. Si prefieres no contar a los clientes, se dice en las definiciones.',
    },
    potential: {
      word: 'Cliente potencial, posible cliente, candidato',
      systems: ['hubspot', 'salesforce', 'odoo'],
      about: 'Para unos es quien está a punto de comprar; para otros, quien acaba de dejar su correo.',
      becomes: 'Al importar se pregunta: nada, una conversación o una oportunidad abierta.',
    },
    prospect: {
      word: 'Prospect, prospecto',
      systems: ['salesforce', 'pipedrive'],
      about:
        'Muchos vendedores llaman así a quien encaja y aún no han llamado. Aquí es quien ya ha hablado contigo.',
      becomes: 'Al importar se pregunta si hubo conversación.',
    },
    lead: {
      word: 'Lead',
      systems: ['hubspot', 'salesforce', 'pipedrive', 'odoo', 'mautic'],
      about:
        'Una etapa en HubSpot, una ficha aparte en Salesforce, una bandeja en Pipedrive, una consulta sin revisar en Odoo; en el Mautic antiguo, cualquiera.',
      becomes: 'No mueve a nadie por sí solo: la etapa sale de lo que se sepa y de lo que haya hecho.',
    },
    mql: {
      word: 'MQL, calificado por marketing',
      systems: ['hubspot', 'salesforce'],
      about: 'Suele querer decir que pasó de cierta nota. No que nadie haya hablado con él.',
      becomes: 'Al importar se pregunta: nada, una conversación o una oportunidad.',
    },
    sql: {
      word: 'SQL, calificado por ventas',
      systems: ['hubspot', 'salesforce'],
      about: 'Ventas lo dio por bueno y trabaja en ello.',
      becomes: 'Una oportunidad abierta; por lo tanto, cliente potencial.',
    },
    converted: {
      word: 'Converted, convertido',
      systems: ['salesforce'],
      about: 'En Salesforce, que el candidato pasó a ser contacto y oportunidad. No que haya comprado.',
      becomes: 'Una oportunidad abierta. Cliente, solo con una venta ganada.',
    },
    account: {
      word: 'Account, cuenta',
      systems: ['salesforce'],
      about: 'Una empresa cualquiera, compre o no. No es un cliente ni una cuenta de usuario.',
      becomes: 'Una organización.',
    },
    activity: {
      word: 'Activity, actividad',
      systems: ['hubspot', 'salesforce', 'pipedrive', 'odoo'],
      about: 'En Odoo y Pipedrive puede ser algo por hacer. Aquí una señal siempre ha ocurrido ya.',
      becomes: 'Solo cuenta lo hecho. Una tarea pendiente no suma puntos a nadie.',
    },
    active: {
      word: 'Active, activo, suscrito',
      systems: ['mailchimp', 'mautic'],
      about: 'En un boletín, que recibe los envíos. No que compre, ni que haya consentido a nada más.',
      becomes: 'Una suscripción, con su fecha.',
    },
    inactive: {
      word: 'Inactivo, cancelado, churned',
      systems: ['hubspot', 'mailchimp', 'odoo'],
      about: 'O dejó de ser cliente, o dejó de abrir correos, o pidió la baja. Tres cosas muy distintas.',
      becomes: 'Al importar se pregunta cuál de las tres.',
    },
    hot: {
      word: 'Hot, warm, cold, estrellas, rating',
      systems: ['salesforce', 'pipedrive', 'mailchimp', 'odoo'],
      about: 'La impresión que tuvo alguien un día, o la nota de otra fórmula.',
      becomes: 'Se guarda como prueba. La temperatura de aquí sale de la puntuación.',
    },
    lost: {
      word: 'Lost, perdido',
      systems: ['pipedrive', 'odoo', 'salesforce'],
      about: 'Se perdió una venta. La persona sigue ahí.',
      becomes: 'Una oportunidad perdida, con su fecha. No descarta a nadie.',
    },
    other: {
      word: 'Other, otro',
      systems: ['hubspot'],
      about: 'El cajón de sastre: socios, proveedores, gente de la casa.',
      becomes: 'Al importar se pregunta si es socio, proveedor o nada.',
    },
  },
  {
    contact: {
      word: 'Contact',
      systems: ['hubspot', 'salesforce', 'mailchimp'],
      about:
        'In HubSpot and Mailchimp it is anybody; in Salesforce, only who already belongs to an account. And some companies call so those who have not bought yet.',
      becomes: 'Anybody in the database. If you would rather not count customers, the definitions say so.',
    },
    potential: {
      word: 'Cliente potencial, possible customer, candidate',
      systems: ['hubspot', 'salesforce', 'odoo'],
      about: 'To some it is somebody about to buy; to others, somebody who has just left an address.',
      becomes: 'On import you are asked: nothing, a conversation, or an open opportunity.',
    },
    prospect: {
      word: 'Prospect',
      systems: ['salesforce', 'pipedrive'],
      about:
        'Many sellers so call those who fit and whom they have not called yet. Here it is who has talked with you.',
      becomes: 'On import you are asked whether there was a conversation.',
    },
    lead: {
      word: 'Lead',
      systems: ['hubspot', 'salesforce', 'pipedrive', 'odoo', 'mautic'],
      about:
        'A stage in HubSpot, a record of its own in Salesforce, an inbox in Pipedrive, an unreviewed enquiry in Odoo; in older Mautic, anybody.',
      becomes: 'Moves nobody by itself: the stage comes from what is known and what they have done.',
    },
    mql: {
      word: 'MQL, marketing qualified lead',
      systems: ['hubspot', 'salesforce'],
      about: 'It usually means that they passed a certain mark. Not that anybody talked to them.',
      becomes: 'On import you are asked: nothing, a conversation, or an opportunity.',
    },
    sql: {
      word: 'SQL, sales qualified lead',
      systems: ['hubspot', 'salesforce'],
      about: 'Sales has accepted them and is working on it.',
      becomes: 'An open opportunity; so, a potential customer.',
    },
    converted: {
      word: 'Converted',
      systems: ['salesforce'],
      about: 'In Salesforce, that the lead became a contact and an opportunity. Not that they bought.',
      becomes: 'An open opportunity. A customer, only with a sale won.',
    },
    account: {
      word: 'Account',
      systems: ['salesforce'],
      about: 'Any company, whether it buys or not. Neither a customer nor a user’s account.',
      becomes: 'An organisation.',
    },
    activity: {
      word: 'Activity',
      systems: ['hubspot', 'salesforce', 'pipedrive', 'odoo'],
      about: 'In Odoo and Pipedrive it may be something to do. Here a signal has always happened already.',
      becomes: 'Only what was done counts. A pending task gives points to nobody.',
    },
    active: {
      word: 'Active, subscribed',
      systems: ['mailchimp', 'mautic'],
      about:
        'In a newsletter, that they get the mailings. Not that they buy, nor that they consented to anything else.',
      becomes: 'A subscription, with its date.',
    },
    inactive: {
      word: 'Inactive, cancelled, churned',
      systems: ['hubspot', 'mailchimp', 'odoo'],
      about:
        'Either stopped being a customer, or stopped opening emails, or asked to be taken off. Three very different things.',
      becomes: 'On import you are asked which of the three.',
    },
    hot: {
      word: 'Hot, warm, cold, stars, rating',
      systems: ['salesforce', 'pipedrive', 'mailchimp', 'odoo'],
      about: 'Somebody’s impression on some day, or the mark of another formula.',
      becomes: 'Kept as evidence. The temperature here comes from the score.',
    },
    lost: {
      word: 'Lost',
      systems: ['pipedrive', 'odoo', 'salesforce'],
      about: 'A sale was lost. The person is still there.',
      becomes: 'An opportunity lost, with its date. It rules nobody out.',
    },
    other: {
      word: 'Other',
      systems: ['hubspot'],
      about: 'The catch-all: partners, suppliers, people of the house.',
      becomes: 'On import you are asked whether it is a partner, a supplier, or nothing.',
    },
  },
)
