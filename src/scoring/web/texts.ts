import { defineTexts } from '../../platform/texts.ts'

export const pointsTexts = defineTexts(
  {
    points: {
      title: 'Puntuación',
      sum: '= {{fitShare}} % de encaje ({{fit}}) + {{engagementShare}} % de interés ({{engagement}})',
      turnsCold: 'Si no pasa nada, se enfriará el {{date}} ({{when}}).',
      notYet: 'Todavía no merece contacto',
      notYetAbout:
        'Su encaje es {{fit}} y el mínimo para dedicarle esfuerzo es {{least}}. Abajo se ve qué suma y qué resta.',
      lackingMust: 'No cumple algo obligatorio del perfil ideal. {{what}}.',
      staysWarm: 'Aunque no pase nada, no se enfriará.',
      chartLevel: 'Si no pasa nada, la puntuación seguirá en {{from}} hasta el {{date}}.',
      chart: 'Si no pasa nada, la puntuación bajará de {{from}} a {{to}} hasta el {{date}}.',
      nothing: {
        fit: 'Nada de lo que se sabe suma ni resta.',
        engagement: 'Todavía no ha mostrado interés.',
      },
      faded: 'dio {{earned}}, se han desvanecido {{faded}}',
      cap: 'Tope de {{group}}',
      ceiling: 'No pasa de 100',
      floor: 'Ajuste: el mínimo es 0',
      rounding: 'Redondeo a puntos enteros',
    },
  },
  {
    points: {
      title: 'Score',
      sum: '= {{fitShare}}% of fit ({{fit}}) + {{engagementShare}}% of engagement ({{engagement}})',
      turnsCold: 'If nothing happens, it turns cold on {{date}} ({{when}}).',
      notYet: 'Not worth contacting yet',
      notYetAbout:
        'Their fit is {{fit}}, and the least worth an effort is {{least}}. What adds and what takes away is below.',
      lackingMust: 'A must of the ideal profile is not met. {{what}}.',
      staysWarm: 'Even if nothing happens, it will not turn cold.',
      chartLevel: 'If nothing happens, the score stays at {{from}} until {{date}}.',
      chart: 'If nothing happens, the score falls from {{from}} to {{to}} by {{date}}.',
      nothing: {
        fit: 'Nothing that is known adds or takes away.',
        engagement: 'No interest shown yet.',
      },
      faded: 'gave {{earned}}, {{faded}} has faded',
      cap: 'Most that {{group}} can give',
      ceiling: 'No more than 100',
      floor: 'Adjustment: the least is 0',
      rounding: 'Rounding to whole points',
    },
  },
)
