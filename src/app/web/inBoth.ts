type Words = { es: string; en: string }

/** What is stored: each language falls back to the other. */
export const inBoth = ({ es, en }: Words): Words => ({
  es: es.trim() || en.trim(),
  en: en.trim() || es.trim(),
})
