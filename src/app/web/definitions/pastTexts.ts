import { defineTexts } from '../../../platform/texts.ts'

export const pastTexts = defineTexts(
  {
    past: {
      title: 'Otro día',
      about:
        'Cuántos había en cada etapa un día cualquiera, según sus movimientos, y cuántos hay hoy. Quien hoy está en la papelera no se cuenta tampoco en los días pasados.',
      day: 'Día',
      version: 'Al acabar el {{date}} estaba en vigor la versión {{version}} de las etapas.',
      beforeAll:
        'Al acabar el {{date}} aún no había etapas definidas: se cuenta con la primera versión, del {{first}}.',
      stage: 'Etapa',
      thatDay: 'Ese día',
      thatDayByNow: 'Ese día, con lo de hoy',
      now: 'Hoy',
      placing: 'Ese día con las definiciones de hoy',
      placingAbout:
        'Dónde habría estado cada uno si ese día ya hubiera regido lo que rige hoy, con las señales y los datos de entonces. Los segmentos, los veredictos y los demás embudos cuentan como están hoy. Nadie se mueve.',
      place: 'Calcularlo',
      again: 'Calcularlo otra vez',
      whoPlaces: 'Puede calcularlo quien puede cambiar las definiciones.',
      running: 'Colocando a cada uno: {{done}} de {{total}} contactos',
      failed: 'El cálculo no ha terminado. Vuelve a intentarlo; si se repite, mira el registro del servidor.',
      outdated: 'Las definiciones han cambiado desde que se calculó.',
      nobodyElsewhere: 'Nadie habría estado en otra etapa.',
      elsewhere_one: '{{number}} contacto habría estado en otra etapa.',
      elsewhere_other: '{{number}} contactos habrían estado en otra etapa.',
      whyElsewhere: 'Por lo que ha cambiado en las definiciones, o por lo que se supo o se corrigió después.',
      most: 'Estos son los {{count}} con más puntos:',
      open: 'Cómo estaba otro día…',
      contact: 'Cómo estaba otro día',
      recorded: 'Consta en',
      since: 'desde el {{date}}.',
      notYet: 'Ese día no constaba todavía en ninguna etapa.',
      byThen: 'Con lo que regía entonces (versión {{version}})',
      byNow: 'Con lo que rige hoy (versión {{version}})',
      caution:
        'Cuentan las señales y los datos hasta ese día, y las personas de una organización donde habrían estado; los segmentos, los veredictos y la etapa de las organizaciones de una persona, como están hoy.',
    },
  },
  {
    past: {
      title: 'Another day',
      about:
        'How many stood in each stage on any day, by their moves, and how many do today. Whoever is in the bin today is not counted on past days either.',
      day: 'Day',
      version: 'At the end of {{date}} version {{version}} of the stages was in force.',
      beforeAll:
        'At the end of {{date}} no stages were defined yet: the count goes by the first version, of {{first}}.',
      stage: 'Stage',
      thatDay: 'That day',
      thatDayByNow: 'That day, by today’s',
      now: 'Today',
      placing: 'That day by today’s definitions',
      placingAbout:
        'Where everybody would have stood if what is in force today had been in force that day, by the signals and facts of then. Segments, verdicts and other funnels count as they are today. Nobody moves.',
      place: 'Work it out',
      again: 'Work it out again',
      whoPlaces: 'Whoever may change definitions can have it worked out.',
      running: 'Placing everybody: {{done}} of {{total}} contacts',
      failed: 'This did not finish. Try again; if it happens again, look at the server’s log.',
      outdated: 'The definitions have changed since this was worked out.',
      nobodyElsewhere: 'Nobody would have stood in another stage.',
      elsewhere_one: '{{number}} contact would have stood in another stage.',
      elsewhere_other: '{{number}} contacts would have stood in another stage.',
      whyElsewhere: 'By what has changed in the definitions, or by what was learnt or corrected later.',
      most: 'These are the {{count}} with the most points:',
      open: 'How it was on another day…',
      contact: 'How it was on another day',
      recorded: 'Recorded as',
      since: 'since {{date}}.',
      notYet: 'On that day it was not recorded in any stage yet.',
      byThen: 'By what was in force then (version {{version}})',
      byNow: 'By what is in force today (version {{version}})',
      caution:
        'Signals and facts count up to that day, and the people of an organisation where they would have stood; segments, verdicts and the stage of a person’s organisations as they are today.',
    },
  },
)
