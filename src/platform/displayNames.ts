/** "España" for ES; the code itself when there is no name for it. */
export const regionName = (language: string, code: string) => nameOf('region', language, code)

export const languageName = (language: string, code: string) => nameOf('language', language, code)

function nameOf(type: 'region' | 'language', language: string, code: string): string {
  try {
    return namesIn(type, language).of(code) ?? code
  } catch {
    return code
  }
}

const made = new Map<string, Intl.DisplayNames>()

// Making one costs a thousand times what asking it does, and a file asks once a row.
function namesIn(type: 'region' | 'language', language: string): Intl.DisplayNames {
  const key = `${type} ${language}`
  const names = made.get(key) ?? new Intl.DisplayNames(language, { type })
  made.set(key, names)
  return names
}
