import { defineTexts } from '../../../platform/texts.ts'

export const funnelTexts = defineTexts(
  {
    funnels: {
      title: 'Embudos',
      main: 'Embudo principal',
      isMain: '(principal)',
      choose: 'Embudo',
      add: 'Añadir embudo',
      name: 'Nombre',
      otherName: 'Nombre en inglés',
      otherNameAbout: 'Si lo dejas en blanco, el mismo.',
      begin: 'Con qué empieza',
      atOnce:
        'Un embudo nuevo está en vigor en cuanto lo añades, sin esperar a publicar. Está vacío hasta que alguien cumpla sus criterios.',
      ways: { line: 'Línea de negocio', copy: 'Copia de otro embudo', scratch: 'Desde cero' },
      waysAbout: {
        line: 'Interesado, oportunidad y cliente de la línea, por una etiqueta con su nombre y por lo que piden, negocian y compran de ella.',
        copy: 'Las mismas etapas y la misma puntuación, para cambiarlas después.',
        scratch: 'Dos etapas por escribir y la puntuación del principal.',
      },
      copyOf: 'Copia de',
      more: 'Más sobre el embudo «{{name}}»',
      rename: 'Cambiar el nombre',
      makeMain: 'Hacer principal',
      makeMainAbout:
        'La página Embudo, las listas y los filtros hablan del principal, y en él están todos los contactos.',
      isMainNow: '«{{name}}» es ahora el embudo principal. Embudo está colocando a todos.',
      moveLeft: 'Mover antes',
      moveRight: 'Mover después',
      moved: 'Orden cambiado',
      remove: 'Quitar el embudo',
      removeAbout:
        'Quien esté dentro sigue en la base y en los demás embudos. Lo que pasó en este se guarda, por si vuelve.',
      added: 'Embudo «{{name}}» añadido',
      removed: 'Embudo «{{name}}» quitado',
      entering: 'Se entra en este embudo al llegar a una etapa posterior a la primera.',
    },
  },
  {
    funnels: {
      title: 'Funnels',
      main: 'Main funnel',
      isMain: '(main)',
      choose: 'Funnel',
      add: 'Add a funnel',
      name: 'Name',
      otherName: 'Name in Spanish',
      otherNameAbout: 'The same if you leave it empty.',
      begin: 'What it begins with',
      atOnce:
        'A new funnel is in force as soon as you add it, without publishing. It is empty until somebody meets its criteria.',
      ways: { line: 'Line of business', copy: 'A copy of another funnel', scratch: 'From scratch' },
      waysAbout: {
        line: 'Interested, opportunity and customer of the line, by a tag of its name and by what is asked for, negotiated and bought of it.',
        copy: 'The same stages and the same score, to be changed afterwards.',
        scratch: 'Two stages to be written, and the score of the main one.',
      },
      copyOf: 'Copy of',
      more: 'More about the funnel “{{name}}”',
      rename: 'Rename',
      makeMain: 'Make it the main one',
      makeMainAbout:
        'The Funnel page, lists and filters speak of the main one, and every contact stands in it.',
      isMainNow: '“{{name}}” is the main funnel now. Embudo is placing everybody.',
      moveLeft: 'Move before',
      moveRight: 'Move after',
      moved: 'Order changed',
      remove: 'Remove the funnel',
      removeAbout:
        'Those in it stay in the database and in the other funnels. What happened in it is kept, in case it comes back.',
      added: 'Funnel “{{name}}” added',
      removed: 'Funnel “{{name}}” removed',
      entering: 'One enters this funnel by reaching a stage after the first.',
    },
  },
)
