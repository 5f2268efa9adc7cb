import { defineOurWords } from './words.ts'

/** Words for what one does with contacts. */
export const workWordsTexts = defineOurWords(
  {
    signal: {
      word: 'Señal',
      about: 'Algo que ha ocurrido, con su fecha: una visita, una descarga, una llamada, una compra.',
      says: {
        hubspot: 'Actividad, evento',
        salesforce: 'Actividad; miembro de campaña',
        pipedrive: 'Actividad hecha',
        mailchimp: 'Actividad: aperturas, clics, compras',
        odoo: 'Mensaje del historial (chatter); páginas visitadas',
        mautic: 'Historial de eventos',
      },
    },
    stage: {
      word: 'Etapa',
      about: 'Por dónde va alguien en el embudo. La decide un criterio escrito, no quien edita la ficha.',
      says: {
        hubspot: 'Etapa del ciclo de vida',
        salesforce: 'Estado del candidato (Lead Status)',
        pipedrive: 'Etapa del embudo de tratos',
        odoo: 'Etapa del flujo',
        mautic: 'Etapa (Stage)',
      },
      careful:
        'En casi todos los demás es un campo que alguien rellena a mano. Al importar se guarda como prueba.',
    },
    score: {
      word: 'Puntuación',
      about: 'De 0 a 100: encaje e interés. Sirve para ordenar.',
      says: {
        hubspot: 'Puntuación de leads (HubSpot score)',
        salesforce: 'Einstein Score; Score y Grade en Account Engagement',
        mailchimp: 'Valoración del contacto (estrellas)',
        odoo: 'Probabilidad',
        mautic: 'Puntos',
      },
      careful: 'La nota de otro programa nunca se toma por la nuestra.',
    },
    temperature: {
      word: 'Temperatura',
      about: 'Frío, tibio o caliente: la puntuación en una palabra.',
      says: {
        salesforce: 'Rating: Hot, Warm, Cold',
        pipedrive: 'Etiqueta: Hot, Warm, Cold lead',
        odoo: 'Estrellas de prioridad',
      },
    },
    opportunity: {
      word: 'Oportunidad',
      about: 'Una venta concreta en marcha, con su importe. Una persona puede tener varias.',
      says: {
        hubspot: 'Negocio (Deal)',
        salesforce: 'Oportunidad',
        pipedrive: 'Trato (Deal)',
        odoo: 'Oportunidad',
      },
    },
    disqualified: {
      word: 'Descartado',
      about: 'No se le va a vender, por un motivo escrito: para siempre o hasta una fecha.',
      says: {
        hubspot: 'Estado «No calificado» (Unqualified)',
        salesforce: '«Closed - Not Converted», «Unqualified»',
        pipedrive: 'Lead archivado; trato perdido con su motivo',
        mailchimp: 'Cancelado o limpiado (Cleaned)',
        odoo: 'Perdido, con su motivo',
        mautic: 'No contactar (Do Not Contact)',
      },
      careful: 'Perder una venta no es descartar a la persona: puede comprar el año que viene.',
    },
    segment: {
      word: 'Segmento',
      about: 'Quienes cumplen un criterio guardado. Entran y salen solos.',
      says: {
        hubspot: 'Lista activa o segmento',
        salesforce: 'Vista de lista; lista dinámica',
        pipedrive: 'Filtro',
        mailchimp: 'Segmento; no la etiqueta, que se pone a mano',
        odoo: 'Filtro guardado',
        mautic: 'Segmento',
      },
    },
    consent: {
      word: 'Consentimiento y oposición',
      about: 'Lo que alguien ha dicho sobre si le puedes escribir o llamar, con sus palabras y su fecha.',
      says: {
        hubspot: '«Unsubscribed from all email»: sí quiere decir que no',
        salesforce: '«Email Opt Out», «Do Not Call»: sí quiere decir que no',
        pipedrive: 'Estado de marketing',
        mailchimp: 'Suscrito, cancelado; fecha OPTIN_TIME',
        odoo: 'Lista negra: estar en ella quiere decir que no',
        mautic: '«Do Not Contact»: estar marcado quiere decir que no',
      },
      careful: 'Estar en una lista no es haber consentido. Darse de baja sí es oponerse.',
    },
  },
  {
    signal: {
      word: 'Signal',
      about: 'Something that happened, with its date: a visit, a download, a call, a purchase.',
      says: {
        hubspot: 'Activity, event',
        salesforce: 'Activity; campaign member',
        pipedrive: 'Activity done',
        mailchimp: 'Activity: opens, clicks, purchases',
        odoo: 'Chatter message; visited pages',
        mautic: 'Event history',
      },
    },
    stage: {
      word: 'Stage',
      about:
        'How far somebody is in the funnel. A written criterion decides it, not whoever edits the record.',
      says: {
        hubspot: 'Lifecycle stage',
        salesforce: 'Lead Status',
        pipedrive: 'Pipeline stage of a deal',
        odoo: 'Pipeline stage',
        mautic: 'Stage',
      },
      careful:
        'Nearly everywhere else it is a field that somebody fills in by hand. On import it is kept as evidence.',
    },
    score: {
      word: 'Score',
      about: 'From 0 to 100: fit and engagement. It serves to rank.',
      says: {
        hubspot: 'Lead score (HubSpot score)',
        salesforce: 'Einstein Score; Score and Grade in Account Engagement',
        mailchimp: 'Contact rating (stars)',
        odoo: 'Probability',
        mautic: 'Points',
      },
      careful: 'Another program’s mark is never taken for ours.',
    },
    temperature: {
      word: 'Temperature',
      about: 'Cold, warm or hot: the score in one word.',
      says: {
        salesforce: 'Rating: Hot, Warm, Cold',
        pipedrive: 'Label: Hot, Warm, Cold lead',
        odoo: 'Priority stars',
      },
    },
    opportunity: {
      word: 'Opportunity',
      about: 'One particular sale under way, with its amount. A person may have several.',
      says: {
        hubspot: 'Deal',
        salesforce: 'Opportunity',
        pipedrive: 'Deal',
        odoo: 'Opportunity',
      },
    },
    disqualified: {
      word: 'Ruled out',
      about: 'Nothing will be sold to them, for a written reason: for good, or until a date.',
      says: {
        hubspot: 'Status “Unqualified”',
        salesforce: '“Closed - Not Converted”, “Unqualified”',
        pipedrive: 'Archived lead; lost deal with its reason',
        mailchimp: 'Unsubscribed or Cleaned',
        odoo: 'Lost, with its reason',
        mautic: 'Do Not Contact',
      },
      careful: 'To lose a sale is not to rule out the person: they may buy next year.',
    },
    segment: {
      word: 'Segment',
      about: 'Those who meet a saved criterion. They come in and go out by themselves.',
      says: {
        hubspot: 'Active list or segment',
        salesforce: 'List view; dynamic list',
        pipedrive: 'Filter',
        mailchimp: 'Segment; not the tag, which is put on by hand',
        odoo: 'Saved filter',
        mautic: 'Segment',
      },
    },
    consent: {
      word: 'Consent and objection',
      about: 'What somebody said about whether you may write or call, in their words and with its date.',
      says: {
        hubspot: '“Unsubscribed from all email”: yes means no',
        salesforce: '“Email Opt Out”, “Do Not Call”: yes means no',
        pipedrive: 'Marketing status',
        mailchimp: 'Subscribed, unsubscribed; date OPTIN_TIME',
        odoo: 'Blacklist: being on it means no',
        mautic: '“Do Not Contact”: being marked means no',
      },
      careful: 'Being on a list is not having consented. Unsubscribing is indeed objecting.',
    },
  },
)
