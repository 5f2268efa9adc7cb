import { defineTexts } from '../../platform/texts.ts'

/** What becomes of rows: how many of each outcome, what each makes, and what is wrong with them. */
export const rowTexts = defineTexts(
  {
    imports: {
      outcomes: {
        new: 'Nuevos',
        update: 'Actualizados',
        duplicate: 'Repetidos',
        refused: 'Rechazados',
        warned: 'Con avisos',
      },
      outcomesAbout: {
        new: 'No estaban en la base: se crean.',
        update: 'Ya estaban: se les añade lo que trae el archivo.',
        duplicate: 'Repiten otra fila del archivo o no dicen nada nuevo.',
        refused: 'No se importan. Puedes descargarlos, corregirlos y volver a subirlos.',
        warned:
          'De las filas que se importan, las que llevan algo arreglado, guardado tal como está o dejado fuera: abajo se dice qué.',
      },
      outcomesDone: {
        new: 'No estaban en la base: se han creado.',
        update: 'Ya estaban: se les ha añadido lo que traía el archivo.',
        duplicate: 'Repetían otra fila del archivo o no decían nada nuevo.',
        refused: 'No se han importado. Puedes descargarlos, corregirlos y volver a subirlos.',
        warned:
          'De las filas importadas, las que llevaban algo que se arregló, se guardó tal como estaba o se dejó fuera: abajo se dice qué.',
      },
      outcomesUndone: {
        new: 'Se habían creado; al deshacer se retiraron, salvo los que alguien usó después.',
        update: 'Ya estaban; al deshacer volvieron a como estaban, salvo los que alguien cambió después.',
        duplicate: 'Repetían otra fila del archivo o no decían nada nuevo.',
        refused: 'No se importaron. Puedes descargarlos, corregirlos y volver a subirlos.',
        warned:
          'De las filas importadas, las que llevaban algo que se arregló, se guardó tal como estaba o se dejó fuera: abajo se dice qué.',
      },
      made: {
        nobody: 'Sin nombre',
        organization: 'En {{name}}',
        happened: 'Ocurrió: {{what}}',
        granted: 'Permite: {{channel}}',
        objected: 'No quiere: {{channel}}',
        tags: 'Etiquetas: {{tags}}',
        notes_one: '1 nota',
        notes_other: '{{count}} notas',
        original: 'Ver la fila tal como viene',
      },
      reasons: {
        warned_one: '1 fila con avisos',
        warned_other: '{{rows}} filas con avisos',
        why: 'Por qué',
        leftOut: 'Se deja fuera.',
        times_one: '1 fila',
        times_other: '{{rows}} filas',
      },
    },
  },
  {
    imports: {
      outcomes: {
        new: 'New',
        update: 'Updated',
        duplicate: 'Repeated',
        refused: 'Refused',
        warned: 'With warnings',
      },
      outcomesAbout: {
        new: 'Were not in the database: they are created.',
        update: 'Were there already: what the file brings is added.',
        duplicate: 'Repeat another row of the file, or say nothing new.',
        refused: 'Are not imported. You can download them, correct them and upload them again.',
        warned:
          'Among the rows that are imported, those with something repaired, kept as it is or left out: below it says what.',
      },
      outcomesDone: {
        new: 'Were not in the database: they have been created.',
        update: 'Were there already: what the file brought was added.',
        duplicate: 'Repeated another row of the file, or said nothing new.',
        refused: 'Were not imported. You can download them, correct them and upload them again.',
        warned:
          'Among the rows imported, those with something that was repaired, kept as it was or left out: below it says what.',
      },
      outcomesUndone: {
        new: 'Had been created; undoing removed them, except those that somebody used since.',
        update:
          'Were there already; undoing put them back as they were, except those that somebody changed since.',
        duplicate: 'Repeated another row of the file, or said nothing new.',
        refused: 'Were not imported. You can download them, correct them and upload them again.',
        warned:
          'Among the rows imported, those with something that was repaired, kept as it was or left out: below it says what.',
      },
      made: {
        nobody: 'No name',
        organization: 'At {{name}}',
        happened: 'Happened: {{what}}',
        granted: 'Allows: {{channel}}',
        objected: 'Does not want: {{channel}}',
        tags: 'Tags: {{tags}}',
        notes_one: '1 note',
        notes_other: '{{count}} notes',
        original: 'See the row as it comes',
      },
      reasons: {
        warned_one: '1 row with warnings',
        warned_other: '{{rows}} rows with warnings',
        why: 'Why',
        leftOut: 'It is left out.',
        times_one: '1 row',
        times_other: '{{rows}} rows',
      },
    },
  },
)
