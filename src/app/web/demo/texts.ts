import { defineTexts } from '../../../platform/texts.ts'

export const demoTexts = defineTexts(
  {
    demo: {
      title: 'Datos de ejemplo',
      about: 'Una empresa inventada con su gente, para probar Embudo sin tus datos.',
      open: 'Cargar datos de ejemplo',
      banner: 'Estás viendo datos de ejemplo. Ninguna de estas personas existe.',
      hidden: 'Tus datos ya han empezado, así que los de ejemplo están ocultos.',
      beside:
        'En las listas y búsquedas se ven datos de ejemplo junto a los tuyos: no cuentan en el embudo ni salen en archivos.',
      show: 'Mostrarlos',
      hide: 'Ocultarlos',
      remove: 'Quitar los datos de ejemplo',
      removed: 'Datos de ejemplo quitados',
      making: 'Preparando los datos de ejemplo…',
      inventing: 'Se está inventando una empresa, su gente y lo que ha hecho cada uno.',
      replaying:
        'Se está recorriendo su historia día a día, para que cada cambio de etapa tenga su fecha y su causa.',
      carryOn: 'Puedes seguir: continúa en segundo plano.',
      meanwhile: 'Ir al embudo mientras tanto',
      watch: 'Ver el avance',
    },
  },
  {
    demo: {
      title: 'Demo data',
      about: 'An invented company and its people, to try Embudo without your own data.',
      open: 'Load demo data',
      banner: 'You are looking at demo data. None of these people are real.',
      hidden: 'Your own data has begun, so the demo is hidden.',
      beside:
        'Lists and searches show demo data beside your own: it counts in no funnel and leaves in no file.',
      show: 'Show it',
      hide: 'Hide it',
      remove: 'Remove the demo data',
      removed: 'Demo data removed',
      making: 'Preparing the demo data…',
      inventing: 'Inventing a company, its people and what each of them did.',
      replaying:
        'Going through 18 months of history, so that every change of stage has its date and its cause.',
      carryOn: 'You can carry on: it continues in the background.',
      meanwhile: 'Go to the funnel meanwhile',
      watch: 'See how far it is',
    },
  },
)
