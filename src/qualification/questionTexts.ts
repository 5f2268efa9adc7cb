import { defineTexts } from '../platform/texts.ts'

/** Each question with its name, as it is said in a sentence and as it is asked by mail; and the reasons to disqualify. */
export const questionTexts = defineTexts(
  {
    qualification: {
      questions: {
        budget: {
          name: 'Presupuesto',
          said: 'el presupuesto',
          mail: '¿Cuenta ya con un presupuesto para esto? Con una cifra aproximada podemos proponerle algo a su medida.',
        },
        authority: {
          name: 'Autoridad',
          said: 'la autoridad para decidir',
          mail: '¿Quién más interviene en la decisión? Nos gustaría contar con esas personas desde el principio.',
        },
        need: {
          name: 'Necesidad',
          said: 'la necesidad',
          mail: '¿Qué problema quiere resolver y qué pasaría si todo siguiera igual?',
        },
        timing: { name: 'Plazo', said: 'el plazo', mail: '¿Para cuándo le gustaría tenerlo en marcha?' },
        metrics: {
          name: 'Métricas',
          said: 'cómo se medirá el éxito',
          mail: '¿Qué cifra le diría que ha funcionado?',
        },
        decision_criteria: {
          name: 'Criterios de decisión',
          said: 'los criterios de decisión',
          mail: '¿En qué se fijará al comparar las opciones?',
        },
        decision_process: {
          name: 'Proceso de decisión',
          said: 'el proceso de decisión',
          mail: '¿Qué pasos quedan hasta la decisión y qué fecha tiene cada uno?',
        },
        champion: {
          name: 'Quien nos defiende dentro',
          said: 'quién nos defiende dentro',
          mail: 'Dentro de su empresa, ¿quién tiene más interés en que esto salga adelante?',
        },
        paper_process: {
          name: 'Trámites de contratación',
          said: 'los trámites de contratación',
          mail: '¿Qué piden los departamentos de compras y jurídico para contratar, y cuánto suelen tardar?',
        },
        competition: {
          name: 'Competencia',
          said: 'la competencia',
          mail: '¿Qué otras opciones está valorando, incluida la de dejarlo como está?',
        },
        goals: {
          name: 'Objetivos',
          said: 'los objetivos',
          mail: '¿Qué objetivo concreto tiene para este año?',
        },
        plans: {
          name: 'Planes',
          said: 'los planes',
          mail: '¿Cómo piensa alcanzar ese objetivo y qué ha probado ya?',
        },
        consequences: {
          name: 'Consecuencias',
          said: 'las consecuencias de no lograrlo',
          mail: '¿Qué ocurriría si no lo consiguiera?',
        },
        impact: {
          name: 'Resultado esperado',
          said: 'el resultado esperado',
          mail: '¿Qué cambiaría para su empresa si lo consiguiera?',
        },
        interest: {
          name: 'Interés',
          said: 'el motivo del interés',
          mail: '¿Qué le ha llamado la atención para querer saber más?',
        },
        situation: { name: 'Situación', said: 'la situación de partida', mail: '¿Cómo lo hacen ahora?' },
        offer_knowledge: {
          name: 'Qué sabe de nuestra oferta',
          said: 'qué sabe de nuestra oferta',
          mail: '¿Qué conoce ya de lo que hacemos?',
        },
        business_knowledge: {
          name: 'Qué sabemos de su negocio',
          said: 'qué sabemos de su negocio',
          mail: '¿Podría contarnos un poco sobre su negocio, su sector y sus retos?',
        },
        visit_frequency: {
          name: 'Frecuencia de visitas',
          said: 'la frecuencia de sus visitas',
          mail: 'No se pregunta: Embudo cuenta las visitas.',
        },
        understanding: {
          name: 'Si ve cómo le ayudaríamos',
          said: 'si ve cómo le ayudaríamos',
          mail: '¿En qué cree que podríamos ayudarle?',
        },
        proposal_welcome: {
          name: 'Si quiere una propuesta',
          said: 'si quiere una propuesta',
          mail: '¿Le gustaría recibir una propuesta nuestra?',
        },
      },
      reasons: {
        no_budget: 'Sin presupuesto',
        bad_moment: 'Mal momento',
        no_authority: 'No decide',
        no_need: 'No lo necesita ahora',
        chose_competition: 'Eligió a la competencia',
        no_answer: 'No responde',
        unreachable: 'Ilocalizable',
        not_in_profile: 'No encaja con el perfil',
        outside_area: 'Fuera de nuestra zona',
        wrong_size: 'Empresa demasiado pequeña o grande',
        competitor: 'Es de la competencia',
        student: 'Estudia o solo curiosea',
        false_data: 'Datos falsos o spam',
        duplicate: 'Duplicado',
        other_role: 'Es proveedor, socio o empleado',
        asked_not_to: 'Pidió que no le contactemos',
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
          mail: 'Do you have a budget for this yet? A rough figure helps us propose something that fits.',
        },
        authority: {
          name: 'Authority',
          said: 'the authority to decide',
          mail: 'Who else takes part in the decision? We would like to include them from the start.',
        },
        need: {
          name: 'Need',
          said: 'the need',
          mail: 'What problem do you want to solve, and what happens if nothing changes?',
        },
        timing: { name: 'Timeline', said: 'the timeline', mail: 'By when would you like it up and running?' },
        metrics: {
          name: 'Metrics',
          said: 'how success is measured',
          mail: 'What number would tell you that it worked?',
        },
        decision_criteria: {
          name: 'Decision criteria',
          said: 'the decision criteria',
          mail: 'What will you look at when you compare options?',
        },
        decision_process: {
          name: 'Decision process',
          said: 'the decision process',
          mail: 'What steps are left before the decision, and when is each one due?',
        },
        champion: {
          name: 'Champion',
          said: 'who speaks for us inside',
          mail: 'Who in your company is keenest for this to go ahead?',
        },
        paper_process: {
          name: 'Contracting steps',
          said: 'the contracting steps',
          mail: 'What do procurement and legal need, and how long do they usually take?',
        },
        competition: {
          name: 'Competition',
          said: 'the competition',
          mail: 'What other options are you considering, including doing nothing?',
        },
        goals: { name: 'Goals', said: 'the goals', mail: 'What specific goal do you have for this year?' },
        plans: {
          name: 'Plans',
          said: 'the plans',
          mail: 'How do you plan to get there, and what have you tried so far?',
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
          said: 'the reason for their interest',
          mail: 'What made you want to find out more?',
        },
        situation: { name: 'Situation', said: 'the present situation', mail: 'How do you do it today?' },
        offer_knowledge: {
          name: 'What they know about our offer',
          said: 'what they know about our offer',
          mail: 'What do you already know about what we do?',
        },
        business_knowledge: {
          name: 'What we know about their business',
          said: 'what we know about their business',
          mail: 'Could you tell us a little about your business, your sector and your challenges?',
        },
        visit_frequency: {
          name: 'Visit frequency',
          said: 'how often they visit',
          mail: 'Not asked: Embudo counts the visits.',
        },
        understanding: {
          name: 'Whether they see how we would help',
          said: 'whether they see how we would help',
          mail: 'How do you think we could help you?',
        },
        proposal_welcome: {
          name: 'Whether they want a proposal',
          said: 'whether they want a proposal',
          mail: 'Would you like a proposal from us?',
        },
      },
      reasons: {
        no_budget: 'No budget',
        bad_moment: 'Bad timing',
        no_authority: 'Not the decision maker',
        no_need: 'No need right now',
        chose_competition: 'Chose a competitor',
        no_answer: 'Does not answer',
        unreachable: 'Cannot be reached',
        not_in_profile: 'Does not fit the profile',
        outside_area: 'Outside our area',
        wrong_size: 'Company too small or too large',
        competitor: 'Is a competitor',
        student: 'Student or just curious',
        false_data: 'Fake details or spam',
        duplicate: 'Duplicate',
        other_role: 'Is a supplier, partner or employee',
        asked_not_to: 'Asked not to be contacted',
        other: 'Another reason',
      },
    },
  },
)
