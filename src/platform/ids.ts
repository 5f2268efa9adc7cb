import { v5, v7 } from 'uuid'

/** A new row's id: UUIDv7, so rows made together lie together in every index. */
export const newId = (): string => v7()

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => uuid.test(text)

/** The id that stands for an outside name (a message id, a row of a file): the name itself when it is a UUID, else UUIDv5 of it. The same name gives the same id, so a primary key alone makes storing twice impossible. */
export const idFromName = (namespace: string, name: string): string =>
  isUuid(name) ? name.toLowerCase() : v5(name, namespace)
