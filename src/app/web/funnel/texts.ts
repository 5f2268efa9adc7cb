import { defineTexts } from '../../../platform/texts.ts'

export const funnelTexts = defineTexts(
  {
    funnel: {
      title: 'Embudo',
      about_one: '{{number}} contacto hoy, y lo que se ha movido en el periodo.',
      about_other: '{{number}} contactos hoy, y lo que se ha movido en el periodo.',
      aboutOutside:
        '{{number}} contactos hoy, {{staged}} en alguna etapa y <who>{{outside}} en ninguna</who>, y lo que se ha movido en el periodo.',
      aboutBothOutside:
        '{{number}} contactos hoy, {{staged}} en alguna etapa y {{outside}} en ninguna (<people>{{people}}</people> y <organizations>{{organizations}}</organizations>), y lo que se ha movido en el periodo.',
      kind: 'Personas u organizaciones',
      kinds: { all: 'Todos', person: 'Personas', organization: 'Organizaciones' },
      period: 'Periodo',
      periods: { '7': '7 días', '30': '30 días', '90': '90 días', '365': '1 año' },
      picture: 'Quién está dónde',
      pictureAbout:
        'Las bandas y los totales son de hoy: cada banda mide a quienes han llegado hasta ahí o más lejos. Las flechas cuentan los movimientos del periodo.',
      entered: 'entran',
      left: 'salen',
      advances_one: '{{advanced}} de {{could}} avanzó ({{share}})',
      advances_other: '{{advanced}} de {{could}} avanzaron ({{share}})',
      stale_one: '{{number}} lleva demasiado tiempo',
      stale_other: '{{number}} llevan demasiado tiempo',
      conversionMeans:
        'En el periodo: {{advanced}} de los {{could}} que pasaron por esta etapa avanzaron a una posterior. No es la proporción entre las bandas, que son de hoy.',
      reclassified_one:
        'Además, {{number}} cambio de etapa por definiciones publicadas en el periodo: no cuenta como entrada, salida ni avance.',
      reclassified_other:
        'Además, {{number}} cambios de etapa por definiciones publicadas en el periodo: no cuentan como entradas, salidas ni avances.',
      versions: 'Ver las versiones',
      asTable: 'Ver como tabla',
      columns: {
        stage: 'Etapa',
        now: 'Ahora',
        entered: 'Entran',
        left: 'Salen',
        stale: 'Demasiado tiempo',
        conversion: 'Avanzó',
      },
      temperatures: 'Temperatura',
      temperaturesAbout: 'De los {{number}} que están en alguna etapa, según su puntuación de hoy.',
      moves: 'Últimos movimientos',
      noMoves: 'Nadie ha cambiado de etapa todavía.',
      forward: 'Avanza',
      back: 'Retrocede',
      importing: 'Importando {{file}}',
      imported: '{{done}} de {{total}} filas',
      toPlace_one: 'Queda un contacto por colocar en el embudo',
      toPlace_other: 'Quedan {{number}} contactos por colocar en el embudo',
      notEntered: {
        title: 'Todavía no hay nadie en este embudo',
        about: 'Se entra al cumplir lo que pide alguna etapa posterior a la primera.',
        see: 'Ver qué pide cada etapa',
      },
      empty: {
        title: 'Tu embudo está vacío',
        about: 'En cuanto haya contactos verás aquí quién está en cada etapa, quién avanza y por qué.',
        file: 'Importar mi archivo',
        demo: 'Ver datos de ejemplo',
        add: 'Añadir un contacto',
      },
    },
  },
  {
    funnel: {
      title: 'Funnel',
      about_one: '{{number}} contact today, and what moved in the period.',
      about_other: '{{number}} contacts today, and what moved in the period.',
      aboutOutside:
        '{{number}} contacts today, {{staged}} at a stage and <who>{{outside}} at none</who>, and what moved in the period.',
      aboutBothOutside:
        '{{number}} contacts today, {{staged}} at a stage and {{outside}} at none (<people>{{people}}</people> and <organizations>{{organizations}}</organizations>), and what moved in the period.',
      kind: 'People or organisations',
      kinds: { all: 'All', person: 'People', organization: 'Organisations' },
      period: 'Period',
      periods: { '7': '7 days', '30': '30 days', '90': '90 days', '365': '1 year' },
      picture: 'Who is where',
      pictureAbout:
        'Bands and totals are today’s: each band is as wide as the contacts who have come that far or further. Arrows count the moves of the period.',
      entered: 'in',
      left: 'out',
      advances_one: '{{advanced}} of {{could}} went on ({{share}})',
      advances_other: '{{advanced}} of {{could}} went on ({{share}})',
      stale_one: '{{number}} here too long',
      stale_other: '{{number}} here too long',
      conversionMeans:
        'In the period: {{advanced}} of the {{could}} who were at this stage went on to a later one. It is not the proportion between the bands, which are today’s.',
      reclassified_one:
        'Besides, {{number}} move came of definitions published in the period: it does not count as in, out or gone on.',
      reclassified_other:
        'Besides, {{number}} moves came of definitions published in the period: they do not count as in, out or gone on.',
      versions: 'See the versions',
      asTable: 'Show as a table',
      columns: {
        stage: 'Stage',
        now: 'Now',
        entered: 'In',
        left: 'Out',
        stale: 'Too long',
        conversion: 'Went on',
      },
      temperatures: 'Temperature',
      temperaturesAbout: 'Of the {{number}} who are at a stage, by their score today.',
      moves: 'Latest moves',
      noMoves: 'Nobody has changed stage yet.',
      forward: 'Forward',
      back: 'Back',
      importing: 'Importing {{file}}',
      imported: '{{done}} of {{total}} rows',
      toPlace_one: 'One contact is still to be placed in the funnel',
      toPlace_other: '{{number}} contacts are still to be placed in the funnel',
      notEntered: {
        title: 'Nobody is in this funnel yet',
        about: 'Contacts enter by meeting what a stage after the first asks for.',
        see: 'See what each stage asks for',
      },
      empty: {
        title: 'Your funnel is empty',
        about: 'As soon as there are contacts you will see who is at each stage, who moves on, and why.',
        file: 'Import my file',
        demo: 'See demo data',
        add: 'Add a contact',
      },
    },
  },
)
