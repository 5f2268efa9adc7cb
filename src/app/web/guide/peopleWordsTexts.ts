import { defineOurWords } from './words.ts'

/** Words for who somebody is. */
export const peopleWordsTexts = defineOurWords(
  {
    contact: {
      word: 'Contacto',
      ofStage: 'contact',
      about: 'Cualquier persona u organización de la base, sea lo que sea para ti.',
      says: {
        hubspot: 'Contacto; etapa «Suscriptor»',
        salesforce: 'Contacto o Candidato (Contact, Lead): son fichas distintas',
        pipedrive: 'Persona (Person)',
        mailchimp: 'Contacto, suscriptor, miembro',
        odoo: 'Contacto',
        mautic: 'Contacto (antes, Lead)',
      },
    },
    organization: {
      word: 'Organización',
      about: 'Una empresa, escuela o institución. También es un contacto, con su etapa y su gente.',
      says: {
        hubspot: 'Empresa (Company)',
        salesforce: 'Cuenta (Account)',
        pipedrive: 'Organización',
        odoo: 'Contacto de tipo empresa',
        mautic: 'Empresa (Company)',
      },
    },
    visitor: {
      word: 'Visitante',
      about: 'Alguien que ha pasado por tu web y no ha dicho quién es.',
      says: {
        hubspot: 'Visitante anónimo',
        salesforce: 'Visitante (en Account Engagement)',
        pipedrive: 'Visitante web (Web Visitors)',
        odoo: 'Visitante del sitio web',
        mautic: 'Visitante anónimo',
      },
    },
    lead: {
      word: 'Lead',
      ofStage: 'lead',
      about: 'Se ha asomado y se parece a quien sueles vender. La conversación va en un solo sentido.',
      says: {
        hubspot: 'Etapa «Lead»; estado «Nuevo»',
        salesforce: 'Lead en «Open - Not Contacted»',
        pipedrive: 'Lead (de la bandeja de leads)',
        mailchimp: 'Suscrito (Subscribed)',
        odoo: 'Iniciativa o Lead',
        mautic: 'La etapa que cada empresa cree',
      },
      careful: 'En Salesforce, un Lead deja de existir al convertirlo. Aquí la persona es siempre la misma.',
    },
    prospect: {
      word: 'Prospecto',
      ofStage: 'prospect',
      about: 'Ya se habla en los dos sentidos, o ha mostrado un interés claro en lo que vendes.',
      says: {
        hubspot: 'Estado «Conectado»; a veces, etapa «MQL»',
        salesforce: 'Lead en «Working - Contacted»',
        pipedrive: 'Trato en «Contacto realizado»',
        odoo: 'Oportunidad recién abierta',
        mautic: 'La etapa que cada empresa cree',
      },
      careful: 'Account Engagement llama «Prospect» a todo el que tenga una dirección de correo.',
    },
    potential_customer: {
      word: 'Cliente potencial',
      ofStage: 'potential_customer',
      about: 'Calificado y con algo que decir en la compra: se negocia.',
      says: {
        hubspot: 'Etapa «SQL» u «Oportunidad»',
        salesforce: 'Contacto con una oportunidad abierta',
        pipedrive: 'Persona con un trato abierto',
        odoo: 'Oportunidad en «Calificado» o «Propuesta»',
        mautic: 'La etapa que cada empresa cree',
      },
      careful:
        'En otros programas en español, «cliente potencial» es la traducción de lead: el principio, no el final.',
    },
    customer: {
      word: 'Cliente',
      ofStage: 'customer',
      about: 'Ha comprado, y la compra sigue en pie.',
      says: {
        hubspot: 'Etapa «Cliente» o «Evangelista»',
        salesforce: 'Cuenta con una oportunidad «Closed Won»',
        pipedrive: 'Persona con un trato ganado',
        mailchimp: 'Contacto con compras de tu tienda',
        odoo: 'Contacto con un pedido confirmado; etapa «Ganado»',
        mautic: 'La etapa que cada empresa cree',
      },
    },
    role: {
      word: 'Papel',
      about:
        'Qué más es alguien para ti: socio, proveedor, empleado, competidor, referencia. Va aparte de la etapa.',
      says: {
        hubspot: 'Etapa «Otro»; tipo de empresa',
        salesforce: 'Tipo de cuenta: Partner, Competitor…',
        pipedrive: 'Etiqueta',
        mailchimp: 'Etiqueta',
        odoo: 'Etiqueta; cliente o proveedor',
        mautic: 'Etiqueta',
      },
    },
  },
  {
    contact: {
      word: 'Contact',
      ofStage: 'contact',
      about: 'Any person or organisation in the database, whatever they are to you.',
      says: {
        hubspot: 'Contact; stage “Subscriber”',
        salesforce: 'Contact or Lead: two different records',
        pipedrive: 'Person',
        mailchimp: 'Contact, subscriber, member',
        odoo: 'Contact',
        mautic: 'Contact (formerly Lead)',
      },
    },
    organization: {
      word: 'Organisation',
      about: 'A company, school or institution. It is a contact too, with its own stage and its people.',
      says: {
        hubspot: 'Company',
        salesforce: 'Account',
        pipedrive: 'Organization',
        odoo: 'Contact of the type company',
        mautic: 'Company',
      },
    },
    visitor: {
      word: 'Visitor',
      about: 'Somebody who came by your site and has not said who they are.',
      says: {
        hubspot: 'Anonymous visitor',
        salesforce: 'Visitor (in Account Engagement)',
        pipedrive: 'Web visitor',
        odoo: 'Website visitor',
        mautic: 'Anonymous visitor',
      },
    },
    lead: {
      word: 'Lead',
      ofStage: 'lead',
      about: 'Has put their head round the door and is like those you sell to. The talk goes one way.',
      says: {
        hubspot: 'Stage “Lead”; status “New”',
        salesforce: 'Lead at “Open - Not Contacted”',
        pipedrive: 'Lead (in the Leads Inbox)',
        mailchimp: 'Subscribed',
        odoo: 'Lead',
        mautic: 'Whichever stage the company made',
      },
      careful:
        'In Salesforce a Lead ceases to exist when it is converted. Here it is always the same person.',
    },
    prospect: {
      word: 'Prospect',
      ofStage: 'prospect',
      about: 'The talk goes both ways, or they have shown clear interest in what you sell.',
      says: {
        hubspot: 'Status “Connected”; sometimes, stage “MQL”',
        salesforce: 'Lead at “Working - Contacted”',
        pipedrive: 'Deal at “Contact Made”',
        odoo: 'Opportunity just opened',
        mautic: 'Whichever stage the company made',
      },
      careful: 'Account Engagement calls anybody with an email address a “Prospect”.',
    },
    potential_customer: {
      word: 'Potential customer',
      ofStage: 'potential_customer',
      about: 'Qualified, and with a say in the purchase: terms are being discussed.',
      says: {
        hubspot: 'Stage “SQL” or “Opportunity”',
        salesforce: 'Contact with an open opportunity',
        pipedrive: 'Person with an open deal',
        odoo: 'Opportunity at “Qualified” or “Proposition”',
        mautic: 'Whichever stage the company made',
      },
      careful: 'Other programs in Spanish translate lead as “cliente potencial”: the beginning, not the end.',
    },
    customer: {
      word: 'Customer',
      ofStage: 'customer',
      about: 'Has bought, and the purchase stands.',
      says: {
        hubspot: 'Stage “Customer” or “Evangelist”',
        salesforce: 'Account with an opportunity “Closed Won”',
        pipedrive: 'Person with a deal won',
        mailchimp: 'Contact with purchases in your shop',
        odoo: 'Contact with a confirmed order; stage “Won”',
        mautic: 'Whichever stage the company made',
      },
    },
    role: {
      word: 'Role',
      about:
        'What else somebody is to you: partner, supplier, employee, competitor, reference. It stands beside the stage.',
      says: {
        hubspot: 'Stage “Other”; company type',
        salesforce: 'Account type: Partner, Competitor…',
        pipedrive: 'Label',
        mailchimp: 'Tag',
        odoo: 'Tag; customer or vendor',
        mautic: 'Tag',
      },
    },
  },
)
