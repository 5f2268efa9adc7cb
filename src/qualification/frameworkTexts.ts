import { defineTexts } from '../platform/texts.ts'

// MEDDPICC asks all that MEDDIC asks, and two things more.
const meddicEs = {
  metrics: { name: 'Métricas', ask: '¿Con qué número medirá el éxito?' },
  authority: {
    name: 'Comprador económico',
    ask: '¿Quién controla el dinero? ¿Hemos hablado con esa persona?',
  },
  decision_criteria: {
    name: 'Criterios de decisión',
    ask: '¿Con qué criterios compara las opciones?',
  },
  decision_process: { name: 'Proceso de decisión', ask: '¿Qué pasos y fechas hay hasta el sí?' },
  need: { name: 'Identificar el dolor', ask: '¿Qué problema hay, de quién es y cuánto cuesta?' },
  champion: { name: 'Defensor', ask: '¿Quién nos defiende dentro cuando no estamos?' },
}

const meddicEn = {
  metrics: { name: 'Metrics', ask: 'Which number measures success?' },
  authority: { name: 'Economic buyer', ask: 'Who controls the money? Have we met?' },
  decision_criteria: { name: 'Decision criteria', ask: 'How do you compare options?' },
  decision_process: { name: 'Decision process', ask: 'Which steps and dates are there to a yes?' },
  need: { name: 'Identify pain', ask: 'Which pain is it, whose is it, and what does it cost?' },
  champion: { name: 'Champion', ask: 'Who speaks for us inside when we are not there?' },
}

/** How each framework calls its questions and asks them aloud. */
export const frameworkTexts = defineTexts(
  {
    qualification: {
      frameworks: {
        bant: {
          name: 'BANT',
          about: 'Rápido, para muchos contactos: presupuesto, autoridad, necesidad y plazo.',
          items: {
            budget: { name: 'Presupuesto', ask: '¿Hay presupuesto asignado? ¿De cuánto, aproximadamente?' },
            authority: { name: 'Autoridad', ask: '¿Quién más interviene en la decisión? ¿Quién firma?' },
            need: { name: 'Necesidad', ask: '¿Qué problema quiere resolver y qué pasa si no lo hace?' },
            timing: { name: 'Plazo', ask: '¿Para cuándo lo necesita funcionando?' },
          },
        },
        anum: {
          name: 'ANUM',
          about: 'La autoridad, lo primero.',
          items: {
            authority: { name: 'Autoridad', ask: '¿Estoy hablando con quien decide?' },
            need: { name: 'Necesidad', ask: '¿Qué necesita conseguir?' },
            timing: { name: 'Urgencia', ask: '¿Qué prioridad tiene frente a otros proyectos?' },
            budget: { name: 'Dinero', ask: '¿Qué inversión sería razonable?' },
          },
        },
        champ: {
          name: 'CHAMP',
          about: 'El problema, lo primero.',
          items: {
            need: { name: 'Retos', ask: '¿Qué le está doliendo? ¿Qué le cuesta no cambiar?' },
            authority: { name: 'Autoridad', ask: '¿Cómo se decide en su empresa? ¿A quién debo sumar?' },
            budget: { name: 'Dinero', ask: '¿De qué partida saldría?' },
            timing: { name: 'Prioridad', ask: '¿Qué tendría que pasar para que fuese lo primero?' },
          },
        },
        meddic: {
          name: 'MEDDIC',
          about: 'Ventas largas entre empresas.',
          items: meddicEs,
        },
        meddpicc: {
          name: 'MEDDPICC',
          about: 'MEDDIC con los papeles y la competencia.',
          items: {
            ...meddicEs,
            paper_process: {
              name: 'Proceso de papeles',
              ask: '¿Qué papeles piden compras o jurídico, y cuánto tardan?',
            },
            competition: {
              name: 'Competencia',
              ask: '¿Qué otras opciones mira, incluida la de no hacer nada?',
            },
          },
        },
        gpctba: {
          name: 'GPCTBA/C&I',
          about: 'Consultivo: de la meta a lo que se juega.',
          items: {
            goals: { name: 'Objetivos', ask: '¿Qué meta concreta tiene este año?' },
            plans: { name: 'Planes', ask: '¿Cómo piensa llegar? ¿Qué ha probado?' },
            need: { name: 'Desafíos', ask: '¿Qué se lo impide?' },
            timing: { name: 'Plazo', ask: '¿Cuándo quiere empezar?' },
            budget: { name: 'Presupuesto', ask: '¿Cuánto gasta hoy en esto?' },
            authority: { name: 'Autoridad', ask: '¿Qué opina quien firma?' },
            consequences: { name: 'Consecuencias', ask: '¿Qué ocurre si no lo logra?' },
            impact: { name: 'Implicaciones', ask: '¿Qué cambia si lo logra?' },
          },
        },
        faint: {
          name: 'FAINT',
          about: 'Cuando no hay un presupuesto fijado.',
          items: {
            budget: { name: 'Fondos', ask: '¿Tiene la empresa capacidad de pagarlo?' },
            authority: { name: 'Autoridad', ask: '¿Quién puede mover fondos?' },
            interest: { name: 'Interés', ask: '¿Por qué quiere saber más?' },
            need: { name: 'Necesidad', ask: '¿Qué necesidad concreta hemos visto juntos?' },
            timing: { name: 'Momento', ask: '¿Cuándo tendría sentido?' },
          },
        },
        spiced: {
          name: 'SPICED',
          about: 'Ingresos recurrentes.',
          items: {
            situation: { name: 'Situación', ask: '¿Cómo lo hacen hoy?' },
            need: { name: 'Dolor', ask: '¿Qué falla y cuánto cuesta?' },
            impact: { name: 'Impacto', ask: '¿Qué resultado espera?' },
            timing: { name: 'Evento crítico', ask: '¿Qué fecha no se puede mover y por qué?' },
            decision_process: { name: 'Decisión', ask: '¿Quién decide, cómo y con qué criterios?' },
          },
        },
        knowledge: {
          name: 'Conocimiento del prospecto',
          about: 'Seis preguntas sobre en qué punto de la compra está.',
          items: {
            offer_knowledge: { name: 'Qué sabe de nuestra oferta', ask: '¿Cuánto sabe de nuestra oferta?' },
            business_knowledge: {
              name: 'Qué sabemos de su negocio',
              ask: '¿Cómo es su negocio, su sector y qué retos tiene?',
            },
            visit_frequency: {
              name: 'Con qué frecuencia visita el sitio',
              ask: 'No se pregunta: el programa cuenta las visitas.',
            },
            understanding: {
              name: 'Qué entiende de cómo le ayudaría',
              ask: '¿Cómo cree que podríamos ayudarle?',
            },
            budget: { name: 'Presupuesto', ask: '¿Tiene un presupuesto?' },
            proposal_welcome: {
              name: 'Una propuesta',
              ask: '¿Le vendría bien que le preparemos una propuesta?',
            },
          },
        },
      },
    },
  },
  {
    qualification: {
      frameworks: {
        bant: {
          name: 'BANT',
          about: 'Fast, for many contacts: budget, authority, need and timing.',
          items: {
            budget: { name: 'Budget', ask: 'Is there budget set aside? Roughly how much?' },
            authority: { name: 'Authority', ask: 'Who else decides? Who signs?' },
            need: { name: 'Need', ask: 'What problem do you want to solve, and what if nothing changes?' },
            timing: { name: 'Timeline', ask: 'When must it be working?' },
          },
        },
        anum: {
          name: 'ANUM',
          about: 'Authority first.',
          items: {
            authority: { name: 'Authority', ask: 'Am I talking to the decision maker?' },
            need: { name: 'Need', ask: 'What must you achieve?' },
            timing: { name: 'Urgency', ask: 'What priority does it have against other projects?' },
            budget: { name: 'Money', ask: 'What investment would be reasonable?' },
          },
        },
        champ: {
          name: 'CHAMP',
          about: 'The problem first.',
          items: {
            need: { name: 'Challenges', ask: 'What hurts? What does not changing cost?' },
            authority: {
              name: 'Authority',
              ask: 'How is it decided in your company? Whom should I include?',
            },
            budget: { name: 'Money', ask: 'Which budget line would it come from?' },
            timing: { name: 'Prioritisation', ask: 'What would have to happen for it to come first?' },
          },
        },
        meddic: {
          name: 'MEDDIC',
          about: 'Long sales between companies.',
          items: meddicEn,
        },
        meddpicc: {
          name: 'MEDDPICC',
          about: 'MEDDIC with paperwork and competition.',
          items: {
            ...meddicEn,
            paper_process: {
              name: 'Paper process',
              ask: 'What do legal and procurement ask for, and how long does it take?',
            },
            competition: {
              name: 'Competition',
              ask: 'Which alternatives are there, doing nothing included?',
            },
          },
        },
        gpctba: {
          name: 'GPCTBA/C&I',
          about: 'Consultative: from the goal to what is at stake.',
          items: {
            goals: { name: 'Goals', ask: 'Which concrete goal do you have this year?' },
            plans: { name: 'Plans', ask: 'How will you get there? What have you tried?' },
            need: { name: 'Challenges', ask: 'What is in the way?' },
            timing: { name: 'Timeline', ask: 'When do you want to start?' },
            budget: { name: 'Budget', ask: 'What do you spend on this today?' },
            authority: { name: 'Authority', ask: 'What does the person who signs think?' },
            consequences: { name: 'Negative consequences', ask: 'What if you miss it?' },
            impact: { name: 'Positive implications', ask: 'What changes if you hit it?' },
          },
        },
        faint: {
          name: 'FAINT',
          about: 'When no budget is fixed.',
          items: {
            budget: { name: 'Funds', ask: 'Can the firm afford it?' },
            authority: { name: 'Authority', ask: 'Who can move funds?' },
            interest: { name: 'Interest', ask: 'Why do you want to learn more?' },
            need: { name: 'Need', ask: 'Which concrete need did we find together?' },
            timing: { name: 'Timing', ask: 'When would it make sense?' },
          },
        },
        spiced: {
          name: 'SPICED',
          about: 'Recurring revenue.',
          items: {
            situation: { name: 'Situation', ask: 'How is it done today?' },
            need: { name: 'Pain', ask: 'What breaks, and at what cost?' },
            impact: { name: 'Impact', ask: 'What result do you expect?' },
            timing: { name: 'Critical event', ask: 'Which date cannot move, and why?' },
            decision_process: { name: 'Decision', ask: 'Who decides, how, and by which criteria?' },
          },
        },
        knowledge: {
          name: 'Knowledge of the prospect',
          about: 'Six questions about how far along they are.',
          items: {
            offer_knowledge: {
              name: 'What they know of our offer',
              ask: 'How much do you know of our offer?',
            },
            business_knowledge: {
              name: 'What we know of their business',
              ask: 'What are your business and sector like, and which challenges do you have?',
            },
            visit_frequency: {
              name: 'How often they visit the site',
              ask: 'Nobody is asked: the program counts the visits.',
            },
            understanding: {
              name: 'What they understand of how it helps',
              ask: 'How do you think that we could help you?',
            },
            budget: { name: 'Budget', ask: 'Do you have a budget?' },
            proposal_welcome: { name: 'A proposal', ask: 'Would you like us to prepare a proposal?' },
          },
        },
      },
    },
  },
)
