import { defineTexts } from '../platform/texts.ts'

export const proofTexts = defineTexts(
  {
    errors: {
      proof: {
        no_period: 'El periodo termina antes de empezar.',
        period_to_come: 'Ese periodo está por venir: elige días que ya hayan pasado.',
        no_stage: 'La etapa «{{stage}}» no es de ese embudo.',
        order_gone: 'El campo que decía quién llegó antes se ha borrado. Quedan: {{left}}.',
        no_order_left:
          'El campo que decía quién llegó antes se ha borrado y no queda otro número: elige la fecha de alta.',
        no_outcome: 'En ese periodo nadie llegó a ese resultado: no hay con qué comprobar la puntuación.',
        all_won: 'Todos los contactos llegaron a ese resultado: no queda nadie con quien comparar.',
        failed: 'La comprobación no ha podido terminar. Ya ha quedado registrado; puedes pedirla otra vez.',
        nothing_learnt: 'Esta comprobación no ha aprendido ninguna tarjeta que se pueda adoptar.',
        outdated:
          'Esta tarjeta es de una comprobación antigua y adoptada ordenaría peor: comprueba otra vez.',
      },
    },
  },
  {
    errors: {
      proof: {
        no_period: 'The period ends before it begins.',
        period_to_come: 'That period is still to come: choose days that have passed.',
        no_stage: 'There is no stage “{{stage}}” in that funnel.',
        order_gone: 'The field that said who came first has been deleted. Left to choose from: {{left}}.',
        no_order_left:
          'The field that said who came first has been deleted and no other number remains: choose the date of arrival.',
        no_outcome: 'Nobody reached that outcome in the period: there is nothing to check the score against.',
        all_won: 'Every contact reached that outcome: there is nobody left to compare with.',
        failed: 'The proof could not be finished. It has been logged; you can ask for it again.',
        nothing_learnt: 'This proof has learnt no card that could be adopted.',
        outdated: 'This card is of an older proof and, adopted, would rank worse: check again.',
      },
    },
  },
)
