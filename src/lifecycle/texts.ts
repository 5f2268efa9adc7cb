import { defineTexts } from '../platform/texts.ts'

/** What staff read about each stage: what it means, what to do, and who looks after it. The words for the stages themselves are `words.stages`. */
export const lifecycleTexts = defineTexts(
  {
    lifecycle: {
      responsible: { marketing: 'Marketing', both: 'Marketing con ventas', sales: 'Ventas' },
      guide: {
        contact: {
          means: 'Una persona u organización de la base, sea cual sea su relación con nosotros.',
          todo: 'Averigua quién es. Nada comercial sin una base legal.',
        },
        lead: {
          means: 'Ha dado sus datos básicos o ha mostrado interés, y encaja con tu cliente ideal.',
          todo: 'Envíale contenido de valor. Ventas todavía no le llama.',
        },
        prospect: {
          means:
            'Se ha comunicado contigo o ha hecho algo que muestra interés claro en tu oferta: está evaluando.',
          todo: 'Material técnico, una demostración, una prueba o muestras, o un cliente que le sirva de referencia.',
        },
        potential_customer: {
          means: 'Está calificado y participa en la decisión: comprará, a ti o a la competencia.',
          todo: 'Negociación y propuesta.',
        },
        customer: {
          means: 'Ha comprado y la compra sigue en pie.',
          todo: 'Soporte, opinión, ventas adicionales y cruzadas, recomendaciones.',
        },
      },
      outside: 'En la base, pero en ninguna etapa: proveedores, socios, empleados y competidores.',
    },
    errors: {
      lifecycle: { no_funnel: 'No hay ningún embudo con la clave «{{funnel}}».' },
    },
  },
  {
    lifecycle: {
      responsible: { marketing: 'Marketing', both: 'Marketing with sales', sales: 'Sales' },
      guide: {
        contact: {
          means: 'A person or organisation in the database, whatever its relation to us.',
          todo: 'Find out who it is. Nothing commercial without a legal basis.',
        },
        lead: {
          means: 'Gave basic data or showed interest, and fits your ideal customer.',
          todo: 'Send content of value. Sales does not call yet.',
        },
        prospect: {
          means:
            'Has communicated with you or done something that shows clear interest in your offer: is evaluating.',
          todo: 'Technical material, a demonstration, a trial or samples, or a reference customer.',
        },
        potential_customer: {
          means: 'Is qualified and has a say in the decision: will buy, from you or from the competition.',
          todo: 'Negotiation and proposal.',
        },
        customer: {
          means: 'Has bought, and the purchase stands.',
          todo: 'Support, feedback, additional and cross sale, recommendations.',
        },
      },
      outside: 'In the database, but in no stage: suppliers, partners, employees and competitors.',
    },
    errors: {
      lifecycle: { no_funnel: 'There is no funnel with the key “{{funnel}}”.' },
    },
  },
)
