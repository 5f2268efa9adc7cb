import { defineTexts } from '../../platform/texts.ts'

/** Why a file of definitions is not brought in. `flawed` says why in the words of that refusal. */
export const definitionFileTexts = defineTexts(
  {
    errors: {
      definition_file: {
        unreadable: 'El archivo no es YAML: no se entiende la línea {{line}}.',
        not_ours: 'El archivo no es de definiciones de Embudo: le falta «embudo: 2».',
        newer:
          'El archivo es de una versión más nueva de Embudo (línea {{line}}: «embudo: {{version}}»; esta entiende {{known}}). Actualiza Embudo para leerlo.',
        misread: 'No se entiende la línea {{line}} del archivo («{{place}}»).',
        line: 'No se entiende la línea {{line}} («{{place}}»).',
        flawed: 'Línea {{line}} del archivo («{{place}}»): $t(errors.{{why}})',
        twice: 'El método «{{framework}}» está dos veces.',
        unknown_framework: 'No hay ningún método de calificación «{{framework}}».',
      },
    },
  },
  {
    errors: {
      definition_file: {
        unreadable: 'The file is not YAML: line {{line}} cannot be read.',
        not_ours: 'The file holds no definitions of Embudo: “embudo: 2” is missing.',
        newer:
          'The file is of a newer version of Embudo (line {{line}}: “embudo: {{version}}”; this one reads {{known}}). Update Embudo to read it.',
        misread: 'Line {{line}} of the file cannot be read (“{{place}}”).',
        line: 'Line {{line}} cannot be read (“{{place}}”).',
        flawed: 'Line {{line}} of the file (“{{place}}”): $t(errors.{{why}})',
        twice: 'The framework “{{framework}}” is there twice.',
        unknown_framework: 'There is no qualification framework “{{framework}}”.',
      },
    },
  },
)
