import { Button, Input, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../contacts/fields.ts'
import type { Shown } from './api.ts'
import { KnownDeciders } from './Deciders.tsx'
import type { NewDisqualification } from './qualifying.ts'

export type Follows = { role?: NewDisqualification['role']; decider: string; deciderTitle: string }

type Props = {
  reason: string
  draft: Follows
  shown: Shown
  contact: { kind: Kind; organizations: unknown[] }
  /** Opens the merge with another contact, where one may. */
  onMerge?: () => void
  onChange: (part: Partial<Follows>) => void
}

/** What follows from a reason to disqualify, done in the same act or instead of it. */
export function Consequence({ reason, draft, shown, contact, onMerge, onChange }: Props) {
  const { t } = useTranslation()
  if (reason === 'asked_not_to') return <Text size="sm">{t('qualification.follows.objection')}</Text>
  if (reason === 'other_role') return <Role role={draft.role} onChange={onChange} />
  if (reason === 'duplicate' && onMerge)
    return (
      <Stack gap="xs">
        <Text size="sm">{t('qualification.follows.duplicate')}</Text>
        <Button variant="light" onClick={onMerge}>
          {t('qualification.follows.merge')}
        </Button>
      </Stack>
    )
  if (reason !== 'no_authority') return null
  const hasOrganization = contact.kind === 'organization' || contact.organizations.length > 0
  return (
    <Stack gap="xs">
      <KnownDeciders shown={shown} kind={contact.kind} />
      {hasOrganization && <RightPerson draft={draft} onChange={onChange} />}
    </Stack>
  )
}

const roles = ['supplier', 'partner', 'employee'] as const

function Role({ role, onChange }: Pick<Follows, 'role'> & Pick<Props, 'onChange'>) {
  const { t } = useTranslation()
  return (
    <Input.Wrapper required label={t('qualification.follows.role')} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={t('qualification.follows.role')}
        data={roles.map(value => ({ value: value as string, label: t(`contacts.roles.${value}`) }))}
        value={role ?? ''}
        onChange={value => onChange({ role: value as Follows['role'] })}
      />
    </Input.Wrapper>
  )
}

function RightPerson({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        maxLength={200}
        label={t('qualification.follows.decider')}
        description={t('qualification.follows.deciderAbout')}
        value={draft.decider}
        onChange={event => onChange({ decider: event.currentTarget.value })}
      />
      {draft.decider.trim() && (
        <TextInput
          maxLength={200}
          label={t('contacts.fields.jobTitle')}
          value={draft.deciderTitle}
          onChange={event => onChange({ deciderTitle: event.currentTarget.value })}
        />
      )}
    </>
  )
}
