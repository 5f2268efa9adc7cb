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
  decision_process: { name: 'Proceso de decisión', ask: '¿Qué pasos y qué fechas quedan hasta el sí?' },
  need: { name: 'El dolor', ask: '¿Qué problema hay, a quién le afecta y cuánto cuesta?' },
  champion: {
    name: 'Defensor',
    ask: '¿Quién defenderá esto dentro de la empresa cuando no estemos delante?',
  },
}

const meddicEn = {
  metrics: { name: 'Metrics', ask: 'What number will tell you it was a success?' },
  authority: { name: 'Economic buyer', ask: 'Who controls the money? Have we met them?' },
  decision_criteria: { name: 'Decision criteria', ask: 'How do you compare options?' },
  decision_process: {
    name: 'Decision process',
    ask: 'What steps and dates are there between now and a yes?',
  },
  need: { name: 'Identify pain', ask: 'What is the pain, who feels it, and what does it cost?' },
  champion: { name: 'Champion', ask: 'Who will make the case inside when we are not in the room?' },
}

export const frameworkTexts = defineTexts(
  {
    qualification: {
      frameworks: {
        bant: {
          name: 'BANT',
          about: 'Rápido y para muchos contactos: presupuesto, autoridad, necesidad y plazo.',
          items: {
            budget: { name: 'Presupuesto', ask: '¿Hay presupuesto asignado? ¿De cuánto, aproximadamente?' },
            authority: { name: 'Autoridad', ask: '¿Quién más interviene en la decisión? ¿Quién firma?' },
            need: { name: 'Necesidad', ask: '¿Qué problema quiere resolver y qué pasa si no lo hace?' },
            timing: { name: 'Plazo', ask: '¿Para cuándo lo necesita funcionando?' },
          },
        },
        anum: {
          name: 'ANUM',
          about: 'Para empezar por quien decide, antes de hablar de nada más.',
          items: {
            authority: { name: 'Autoridad', ask: '¿La decisión es suya o la toma otra persona?' },
            need: { name: 'Necesidad', ask: '¿Qué necesita conseguir?' },
            timing: { name: 'Urgencia', ask: '¿Qué prioridad tiene frente a sus otros proyectos?' },
            budget: { name: 'Dinero', ask: '¿Qué inversión le parecería razonable?' },
          },
        },
        champ: {
          name: 'CHAMP',
          about: 'Para empezar por el problema y dejar el dinero para después.',
          items: {
            need: { name: 'Retos', ask: '¿Qué es lo que más le preocupa? ¿Cuánto le cuesta no cambiarlo?' },
            authority: {
              name: 'Autoridad',
              ask: '¿Cómo se decide en su empresa? ¿A quién deberíamos sumar a la conversación?',
            },
            budget: { name: 'Dinero', ask: '¿De qué partida saldría el dinero?' },
            timing: { name: 'Prioridad', ask: '¿Qué tendría que pasar para que fuese lo primero?' },
          },
        },
        meddic: {
          name: 'MEDDIC',
          about: 'Para ventas largas entre empresas, con muchas personas en la decisión.',
          items: meddicEs,
        },
        meddpicc: {
          name: 'MEDDPICC',
          about: 'MEDDIC, más los trámites para contratar y la competencia.',
          items: {
            ...meddicEs,
            paper_process: {
              name: 'Trámites de contratación',
              ask: '¿Qué piden compras y jurídico para firmar, y cuánto tardan?',
            },
            competition: {
              name: 'Competencia',
              ask: '¿Qué otras opciones está valorando, incluida la de no hacer nada?',
            },
          },
        },
        gpctba: {
          name: 'GPCTBA/C&I',
          about: 'Para ventas consultivas: de los objetivos a lo que hay en juego.',
          items: {
            goals: { name: 'Objetivos', ask: '¿Qué objetivo concreto tiene para este año?' },
            plans: { name: 'Planes', ask: '¿Cómo piensa alcanzarlo? ¿Qué ha probado ya?' },
            need: { name: 'Desafíos', ask: '¿Qué se lo impide?' },
            timing: { name: 'Plazo', ask: '¿Cuándo quiere empezar?' },
            budget: { name: 'Presupuesto', ask: '¿Cuánto gasta hoy en esto?' },
            authority: { name: 'Autoridad', ask: '¿Qué opina la persona que firma?' },
            consequences: { name: 'Consecuencias', ask: '¿Qué ocurre si no lo logra?' },
            impact: { name: 'Implicaciones', ask: '¿Qué cambia si lo logra?' },
          },
        },
        faint: {
          name: 'FAINT',
          about: 'Para cuando no hay un presupuesto asignado.',
          items: {
            budget: { name: 'Fondos', ask: '¿Podría la empresa permitírselo?' },
            authority: { name: 'Autoridad', ask: '¿Quién puede destinar fondos a esto?' },
            interest: { name: 'Interés', ask: '¿Por qué quiere saber más?' },
            need: { name: 'Necesidad', ask: '¿Qué necesidad concreta ve después de lo que hemos hablado?' },
            timing: { name: 'Momento', ask: '¿Cuándo tendría sentido hacerlo?' },
          },
        },
        spiced: {
          name: 'SPICED',
          about: 'Para suscripciones y servicios que se renuevan.',
          items: {
            situation: { name: 'Situación', ask: '¿Cómo lo hacen ahora?' },
            need: { name: 'Dolor', ask: '¿Qué es lo que falla y cuánto le cuesta?' },
            impact: { name: 'Impacto', ask: '¿Qué resultado espera?' },
            timing: { name: 'Evento crítico', ask: '¿Qué fecha no se puede mover y por qué?' },
            decision_process: { name: 'Decisión', ask: '¿Quién decide, cómo y con qué criterios?' },
          },
        },
        personal: {
          name: 'Compra personal',
          about:
            'Para quien vende a personas: qué buscan, qué les interesa, para cuándo y si el precio les encaja.',
          items: {
            need: { name: 'Qué busca', ask: '¿Qué busca y para qué lo quiere?' },
            interest: { name: 'Interés', ask: 'De lo que ha visto, ¿qué es lo que más le interesa?' },
            timing: { name: 'Cuándo', ask: '¿Para cuándo lo quiere?' },
            budget: { name: 'Precio', ask: '¿Le encaja el precio? ¿Cómo prefiere pagarlo?' },
          },
        },
        knowledge: {
          name: 'Conocimiento del prospecto',
          about: 'Seis preguntas para saber en qué punto de la compra está.',
          items: {
            offer_knowledge: {
              name: 'Qué sabe de nuestra oferta',
              ask: '¿Qué conoce ya de lo que ofrecemos?',
            },
            business_knowledge: {
              name: 'Qué sabemos de su negocio',
              ask: '¿Cómo es su negocio, en qué sector trabaja y qué retos tiene?',
            },
            visit_frequency: {
              name: 'Con qué frecuencia visita la web',
              ask: 'No se pregunta: Embudo cuenta las visitas.',
            },
            understanding: {
              name: 'Si ve cómo le ayudaríamos',
              ask: '¿Cómo cree que podríamos ayudarle?',
            },
            budget: { name: 'Presupuesto', ask: '¿Cuenta con un presupuesto?' },
            proposal_welcome: {
              name: 'Si quiere una propuesta',
              ask: '¿Le gustaría que le preparásemos una propuesta?',
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
          about: 'Fast, and for many contacts: budget, authority, need and timing.',
          items: {
            budget: { name: 'Budget', ask: 'Is there budget set aside? Roughly how much?' },
            authority: { name: 'Authority', ask: 'Who else decides? Who signs?' },
            need: { name: 'Need', ask: 'What problem do you want to solve, and what if nothing changes?' },
            timing: { name: 'Timeline', ask: 'When must it be working?' },
          },
        },
        anum: {
          name: 'ANUM',
          about: 'Starts with who decides, before anything else.',
          items: {
            authority: { name: 'Authority', ask: 'Is the decision yours, or does somebody else make it?' },
            need: { name: 'Need', ask: 'What do you need to achieve?' },
            timing: { name: 'Urgency', ask: 'How does this rank against your other projects?' },
            budget: { name: 'Money', ask: 'What investment would be reasonable?' },
          },
        },
        champ: {
          name: 'CHAMP',
          about: 'Starts with the problem and leaves money for later.',
          items: {
            need: { name: 'Challenges', ask: 'What worries you most? What does it cost not to change it?' },
            authority: {
              name: 'Authority',
              ask: 'How are decisions made in your company? Who else should we include?',
            },
            budget: { name: 'Money', ask: 'Which budget line would it come from?' },
            timing: { name: 'Prioritisation', ask: 'What would have to happen for this to come first?' },
          },
        },
        meddic: {
          name: 'MEDDIC',
          about: 'For long sales between companies, with many people in the decision.',
          items: meddicEn,
        },
        meddpicc: {
          name: 'MEDDPICC',
          about: 'MEDDIC, plus the contracting steps and the competition.',
          items: {
            ...meddicEn,
            paper_process: {
              name: 'Contracting steps',
              ask: 'What do legal and procurement ask for, and how long does it take?',
            },
            competition: {
              name: 'Competition',
              ask: 'What other options are you considering, including doing nothing?',
            },
          },
        },
        gpctba: {
          name: 'GPCTBA/C&I',
          about: 'For consultative sales: from the goals to what is at stake.',
          items: {
            goals: { name: 'Goals', ask: 'What specific goal do you have for this year?' },
            plans: { name: 'Plans', ask: 'How will you get there? What have you tried?' },
            need: { name: 'Challenges', ask: 'What is in the way?' },
            timing: { name: 'Timeline', ask: 'When do you want to start?' },
            budget: { name: 'Budget', ask: 'What do you spend on this today?' },
            authority: { name: 'Authority', ask: 'What does the person who signs think of this?' },
            consequences: { name: 'Negative consequences', ask: 'What if you miss it?' },
            impact: { name: 'Positive implications', ask: 'What changes if you hit it?' },
          },
        },
        faint: {
          name: 'FAINT',
          about: 'For when no budget is set aside.',
          items: {
            budget: { name: 'Funds', ask: 'Could the company afford it?' },
            authority: { name: 'Authority', ask: 'Who can free up funds for this?' },
            interest: { name: 'Interest', ask: 'Why do you want to find out more?' },
            need: { name: 'Need', ask: 'What specific need do you see after what we discussed?' },
            timing: { name: 'Timing', ask: 'When would it make sense?' },
          },
        },
        spiced: {
          name: 'SPICED',
          about: 'For subscriptions and services that renew.',
          items: {
            situation: { name: 'Situation', ask: 'How is it done today?' },
            need: { name: 'Pain', ask: 'What breaks, and at what cost?' },
            impact: { name: 'Impact', ask: 'What result do you expect?' },
            timing: { name: 'Critical event', ask: 'What date cannot move, and why?' },
            decision_process: { name: 'Decision', ask: 'Who decides, how, and by what criteria?' },
          },
        },
        personal: {
          name: 'Personal purchase',
          about:
            'For whoever sells to people: what they look for, what interests them, when, and whether the price suits them.',
          items: {
            need: {
              name: 'What they look for',
              ask: 'What are you looking for, and what do you want it for?',
            },
            interest: { name: 'Interest', ask: 'Of what you have seen, what interests you most?' },
            timing: { name: 'When', ask: 'When would you like it?' },
            budget: { name: 'Price', ask: 'Does the price suit you? How would you rather pay?' },
          },
        },
        knowledge: {
          name: 'Knowing the prospect',
          about: 'Six questions that tell how far along the purchase they are.',
          items: {
            offer_knowledge: {
              name: 'What they know about our offer',
              ask: 'What do you already know about what we offer?',
            },
            business_knowledge: {
              name: 'What we know about their business',
              ask: 'What is your business like, what sector are you in, and what challenges do you face?',
            },
            visit_frequency: {
              name: 'How often they visit the site',
              ask: 'Not asked: Embudo counts the visits.',
            },
            understanding: {
              name: 'Whether they see how we would help',
              ask: 'How do you think we could help you?',
            },
            budget: { name: 'Budget', ask: 'Do you have a budget?' },
            proposal_welcome: {
              name: 'Whether they want a proposal',
              ask: 'Would you like us to prepare a proposal for you?',
            },
          },
        },
      },
    },
  },
)
