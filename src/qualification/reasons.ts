/** Why somebody is not worth a seller's time. Neither days nor a wake-up: for good. Source of the days: docs/definitions.md. */
export type DefaultReason = {
  key: string
  days?: number
  wakesOn?: 'signal' | 'address'
  asks?: 'note'
  of?: 'b2b'
}

export const reasonsToDisqualify = [
  { key: 'no_budget', days: 180 },
  { key: 'bad_moment', days: 90 },
  { key: 'no_authority', days: 60, of: 'b2b' },
  { key: 'no_need', days: 180 },
  { key: 'chose_competition', days: 330 },
  { key: 'no_answer', days: 90 },
  { key: 'unreachable', wakesOn: 'address' },
  { key: 'not_in_profile' },
  { key: 'outside_area' },
  { key: 'wrong_size', of: 'b2b' },
  { key: 'competitor' },
  { key: 'student' },
  { key: 'false_data' },
  { key: 'duplicate' },
  { key: 'other_role' },
  { key: 'asked_not_to' },
  { key: 'other', asks: 'note' },
] as const satisfies DefaultReason[]
