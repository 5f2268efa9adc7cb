import type { Kind } from '../../contacts/fields.ts'
import type { Criteria } from '../../criteria/criteria.ts'
/** The address of the list of people, or of organisations, showing only those for whom a criterion holds. */
export const contactsWhere = (rule: Criteria, kind: Kind = 'person'): string =>
  `/${kind === 'person' ? 'contacts' : 'organizations'}?${new URLSearchParams({ where: JSON.stringify(rule) })}`
