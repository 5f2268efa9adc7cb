import type { CustomField } from '../contacts/fields.ts'
import type { Mapping } from './mapping.ts'

/** The fields that a mapping adds to the catalogue. The file's own header is their label in both languages until somebody changes it. */
export const newFieldsOf = ({ kind, columns }: Mapping): CustomField[] =>
  columns.flatMap(({ target }) =>
    target.as === 'newField'
      ? [
          {
            ...{ key: target.key, type: target.type, labelEs: target.label, labelEn: target.label },
            choices: target.choices ?? [],
            appliesTo: [kind],
          },
        ]
      : [],
  )
