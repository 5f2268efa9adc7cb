import { defineTexts } from '../../../platform/texts.ts'

/** The funnel and a contact as of another day. */
export const pastTexts = defineTexts(
  {
    past: {
      title: 'Otro día',
      about: 'Cuántos había en cada etapa un día cualquiera, según sus movimientos, y cuántos hay hoy.',
      day: 'Día',
      version: 'Al acabar el {{date}} estaba en vigor la versión {{version}} de las etapas.',
      beforeAll:
        'Al acabar el {{date}} aún no había etapas definidas: se cuenta con la primera versión, del {{first}}.',
      stage: 'Etapa',
      thatDay: 'Ese día',
      now: 'Hoy',
      open: 'Cómo estaba otro día…',
      contact: 'Cómo estaba otro día',
      recorded: 'Consta en',
      since: 'desde el {{date}}.',
      notYet: 'Ese día no constaba todavía en ninguna etapa.',
      byThen: 'Con lo que regía entonces (versión {{version}})',
      byNow: 'Con lo que rige hoy (versión {{version}})',
      caution:
        'Cuentan las señales y los datos hasta ese día; los segmentos y la etapa de quien está vinculado, como están hoy.',
    },
  },
  {
    past: {
      title: 'Another day',
      about: 'How many stood in each stage on any day, by their moves, and how many do today.',
      day: 'Day',
      version: 'At the end of {{date}} version {{version}} of the stages was in force.',
      beforeAll:
        'At the end of {{date}} no stages were defined yet: the count goes by the first version, of {{first}}.',
      stage: 'Stage',
      thatDay: 'That day',
      now: 'Today',
      open: 'How it was on another day…',
      contact: 'How it was on another day',
      recorded: 'Recorded as',
      since: 'since {{date}}.',
      notYet: 'On that day it was not recorded in any stage yet.',
      byThen: 'By what was in force then (version {{version}})',
      byNow: 'By what is in force today (version {{version}})',
      caution:
        'Signals and facts count up to that day; segments and the stages of linked contacts as they are today.',
    },
  },
)
