import { importsTexts } from './texts.ts'

/** Titles of the column that says why a row was refused; a file that is uploaded again with it is read as if it were not there. */
export const reasonTitles: readonly string[] = [
  importsTexts.es.imports.refusedReason,
  importsTexts.en.imports.refusedReason,
]
