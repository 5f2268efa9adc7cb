/** The column of a property: `jobTitle` is kept in `job_title`. */
export const snake = (camel: string): string => camel.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
