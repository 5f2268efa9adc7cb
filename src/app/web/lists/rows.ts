import type { ListedContact } from '../../lists/contract.ts'

type Written<T> = T extends Date
  ? string
  : T extends (infer E)[]
    ? Written<E>[]
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T

/** A row of a list as it comes over the wire: instants are ISO 8601 text. */
export type ListedRow = Written<ListedContact>

export const addressOf = ({ id, kind }: { id: string; kind: string }) =>
  kind === 'organization' ? `/organizations/${id}` : `/contacts/${id}`
