import { z } from 'zod'

// The screens' policy forbids code made from text, and zod would try it, to the console's displeasure. Imported before any schema.
z.config({ jitless: true })
