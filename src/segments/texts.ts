import { defineTexts } from '../platform/texts.ts'

export const segmentsTexts = defineTexts(
  {
    errors: {
      segments: {
        unknown: 'Ese segmento no existe.',
        name_taken: 'Ya hay un segmento que se llama «{{name}}».',
        circular: 'El segmento «{{name}}» se nombraría a sí mismo a través de «{{through}}».',
        bad_criteria: 'El criterio del segmento no está completo o nombra algo que ya no existe.',
        too_large: 'Con los segmentos que nombra, el criterio tiene {{rules}} condiciones; caben {{most}}.',
        in_use: 'El segmento «{{name}}» no se puede eliminar porque lo usa el segmento «{{user}}».',
        in_definition: 'El segmento «{{name}}» no se puede eliminar porque lo usan las definiciones.',
      },
    },
  },
  {
    errors: {
      segments: {
        unknown: 'There is no such segment.',
        name_taken: 'There is already a segment called “{{name}}”.',
        circular: 'The segment “{{name}}” would name itself through “{{through}}”.',
        bad_criteria: 'The criterion of the segment is unfinished or names something that no longer exists.',
        too_large:
          'With the segments that it names, the criterion has {{rules}} conditions; {{most}} are allowed.',
        in_use: 'The segment “{{name}}” cannot be deleted because the segment “{{user}}” uses it.',
        in_definition: 'The segment “{{name}}” cannot be deleted because the definitions use it.',
      },
    },
  },
)
