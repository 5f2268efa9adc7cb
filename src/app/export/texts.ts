import { defineTexts } from '../../platform/texts.ts'

export const exportTexts = defineTexts(
  {
    errors: {
      export: {
        bad_request: 'No entendemos qué hay que exportar: revisa el formato y los filtros de la dirección.',
        too_many: 'Un libro de Excel lleva como mucho {{limit}} contactos; exporta en CSV o filtra la lista.',
      },
    },
  },
  {
    errors: {
      export: {
        bad_request: 'We do not understand what to export: check the format and filters in the address.',
        too_many: 'An Excel workbook holds at most {{limit}} contacts; export as CSV or filter the list.',
      },
    },
  },
)
