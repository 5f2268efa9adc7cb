import type { Criteria } from '../../criteria/criteria.ts'

/** The address of the contact list showing only those for whom a criterion holds. */
export const contactsWhere = (rule: Criteria): string =>
  `/contacts?${new URLSearchParams({ where: JSON.stringify(rule) })}`
