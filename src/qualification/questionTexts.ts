import { defineTexts } from '../platform/texts.ts'

/** Each question with its name, as it is said in a sentence and as it is asked by mail; and the reasons to disqualify. */
export const questionTexts = defineTexts(
  {
    qualification: {
      questions: {
        budget: {
          name: 'Presupuesto',
          said: 'el presupuesto',
          mail: '¿Contáis ya con un presupuesto para esto? Con una cifra aproximada podemos proponeros algo a medida.',
        },
        authority: {
          name: 'Capacidad de decidir',
          said: 'la capacidad de decidir',
          mail: '¿Quién más interviene en la decisión? Así incluimos a quien haga falta desde el principio.',
        },
        need: {
          name: 'Necesidad',
          said: 'la necesidad',
          mail: '¿Qué problema queréis resolver y qué pasaría si todo siguiera igual?',
        },
        timing: { name: 'Plazo', said: 'el plazo', mail: '¿Para cuándo os gustaría tenerlo en marcha?' },
        metrics: {
          name: 'Métricas',
          said: 'cómo se medirá el éxito',
          mail: '¿Con qué cifra sabréis que ha funcionado?',
        },
        decision_criteria: {
          name: 'Criterios de decisión',
          said: 'los criterios de decisión',
          mail: '¿En qué os fijaréis al comparar opciones?',
        },
        decision_process: {
          name: 'Proceso de decisión',
          said: 'el proceso de decisión',
          mail: '¿Qué pasos quedan hasta decidir, y para cuándo cada uno?',
        },
        champion: {
          name: 'Quien nos defiende dentro',
          said: 'quién nos defiende dentro',
          mail: '¿Quién dentro de la casa tiene más interés en que esto salga adelante?',
        },
        paper_process: {
          name: 'Papeles y contratación',
          said: 'los papeles y la contratación',
          mail: '¿Qué necesitan compras y el departamento jurídico, y cuánto suelen tardar?',
        },
        competition: {
          name: 'Competencia',
          said: 'la competencia',
          mail: '¿Qué otras opciones estáis mirando, incluida la de no hacer nada?',
        },
        goals: { name: 'Objetivos', said: 'los objetivos', mail: '¿Qué meta concreta tenéis para este año?' },
        plans: {
          name: 'Planes',
          said: 'los planes',
          mail: '¿Cómo pensáis llegar a esa meta y qué habéis probado ya?',
        },
        consequences: {
          name: 'Consecuencias',
          said: 'las consecuencias de no lograrlo',
          mail: '¿Qué ocurriría si no lo conseguís?',
        },
        impact: {
          name: 'Resultado esperado',
          said: 'el resultado esperado',
          mail: '¿Qué cambiaría para vosotros si lo conseguís?',
        },
        interest: {
          name: 'Interés',
          said: 'el motivo del interés',
          mail: '¿Qué os ha hecho querer saber más?',
        },
        situation: { name: 'Situación', said: 'la situación de partida', mail: '¿Cómo lo hacéis hoy?' },
        offer_knowledge: {
          name: 'Qué sabe de nuestra oferta',
          said: 'qué sabe de nuestra oferta',
          mail: '¿Qué conocéis ya de lo que hacemos?',
        },
        business_knowledge: {
          name: 'Qué sabemos de su negocio',
          said: 'qué sabemos de su negocio',
          mail: '¿Nos contáis un poco de vuestro negocio, vuestro sector y vuestros retos?',
        },
        visit_frequency: {
          name: 'Frecuencia de visitas',
          said: 'la frecuencia de sus visitas',
          mail: 'No se pregunta: el programa cuenta las visitas.',
        },
        understanding: {
          name: 'Qué entiende de cómo le ayudaría',
          said: 'si entiende cómo le ayudaría',
          mail: '¿En qué creéis que podríamos ayudaros?',
        },
        proposal_welcome: {
          name: 'Si apreciaría una propuesta',
          said: 'si apreciaría una propuesta',
          mail: '¿Os vendría bien que os preparásemos una propuesta?',
        },
      },
      reasons: {
        no_budget: 'Sin presupuesto',
        bad_moment: 'Mal momento',
        no_authority: 'No decide',
        no_need: 'No lo necesita ahora',
        chose_competition: 'Eligió a la competencia',
        no_answer: 'No responde',
        unreachable: 'No localizable',
        not_in_profile: 'No encaja con el perfil',
        outside_area: 'Fuera de zona',
        wrong_size: 'Empresa demasiado pequeña o grande',
        competitor: 'Es competidor',
        student: 'Estudiante o curioso',
        false_data: 'Datos falsos o spam',
        duplicate: 'Duplicado',
        other_role: 'Es proveedor, socio o empleado',
        asked_not_to: 'Pidió que no se le contacte',
        other: 'Otro motivo',
      },
    },
  },
  {
    qualification: {
      questions: {
        budget: {
          name: 'Budget',
          said: 'the budget',
          mail: 'Is there a budget for this yet? A rough figure is enough for us to propose something that fits.',
        },
        authority: {
          name: 'Say in the decision',
          said: 'the say in the decision',
          mail: 'Who else takes part in the decision? We would like to include them from the start.',
        },
        need: {
          name: 'Need',
          said: 'the need',
          mail: 'Which problem do you want to solve, and what happens if nothing changes?',
        },
        timing: { name: 'Timing', said: 'the timing', mail: 'By when would you like it up and running?' },
        metrics: {
          name: 'Metrics',
          said: 'how success is measured',
          mail: 'Which figure will tell you that it worked?',
        },
        decision_criteria: {
          name: 'Decision criteria',
          said: 'the decision criteria',
          mail: 'What will you look at when you compare options?',
        },
        decision_process: {
          name: 'Decision process',
          said: 'the decision process',
          mail: 'Which steps are left until you decide, and by when?',
        },
        champion: {
          name: 'Champion',
          said: 'who speaks for us inside',
          mail: 'Who inside most wants this to go ahead?',
        },
        paper_process: {
          name: 'Paperwork',
          said: 'the paperwork',
          mail: 'What do procurement and legal need, and how long do they usually take?',
        },
        competition: {
          name: 'Competition',
          said: 'the competition',
          mail: 'Which other options are you looking at, doing nothing included?',
        },
        goals: { name: 'Goals', said: 'the goals', mail: 'Which concrete goal do you have this year?' },
        plans: {
          name: 'Plans',
          said: 'the plans',
          mail: 'How do you mean to get there, and what have you tried so far?',
        },
        consequences: {
          name: 'Consequences',
          said: 'what happens if they miss it',
          mail: 'What would happen if you missed it?',
        },
        impact: {
          name: 'Expected result',
          said: 'the expected result',
          mail: 'What would change for you if you got there?',
        },
        interest: {
          name: 'Interest',
          said: 'the reason of the interest',
          mail: 'What made you want to know more?',
        },
        situation: { name: 'Situation', said: 'the present situation', mail: 'How do you do it today?' },
        offer_knowledge: {
          name: 'What they know of our offer',
          said: 'what they know of our offer',
          mail: 'What do you already know of what we do?',
        },
        business_knowledge: {
          name: 'What we know of their business',
          said: 'what we know of their business',
          mail: 'Could you tell us a little about your business, your sector and your challenges?',
        },
        visit_frequency: {
          name: 'Frequency of visits',
          said: 'how often they visit',
          mail: 'Nobody is asked: the program counts the visits.',
        },
        understanding: {
          name: 'What they understand of how it helps',
          said: 'whether they understand how it would help',
          mail: 'In what do you think we could help you?',
        },
        proposal_welcome: {
          name: 'Whether a proposal is welcome',
          said: 'whether a proposal is welcome',
          mail: 'Would you welcome a proposal from us?',
        },
      },
      reasons: {
        no_budget: 'No budget',
        bad_moment: 'Bad moment',
        no_authority: 'Has no say',
        no_need: 'No need now',
        chose_competition: 'Chose a competitor',
        no_answer: 'Does not answer',
        unreachable: 'Cannot be reached',
        not_in_profile: 'Does not fit the profile',
        outside_area: 'Outside our area',
        wrong_size: 'Company too small or too large',
        competitor: 'Is a competitor',
        student: 'Student or onlooker',
        false_data: 'False data or spam',
        duplicate: 'Duplicate',
        other_role: 'Is a supplier, partner or employee',
        asked_not_to: 'Asked not to be contacted',
        other: 'Another reason',
      },
    },
  },
)
