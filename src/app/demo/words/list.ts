/** The words of a text, which commas part. */
export const list = (text: string): readonly string[] => text.trim().split(/,\s+/)
