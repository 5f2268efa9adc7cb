import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Kind } from '../../contacts/fields.ts'
import { TaskOf } from '../../tasks/web/parts.tsx'
import { useAccess } from '../../ui/access.ts'
import type { Shown } from './api.ts'

type Props = {
  shown: Shown
  contact: { id: string; kind: Kind; ownerId: string | null }
  writable: boolean
}

/** Who to talk to when the contact has no say, or perhaps has none; or the task to find out. Who buys for themselves decides. */
export function Deciders({ shown, contact, writable }: Props) {
  const { decides, deciders, framework } = shown
  const { workspace } = useAccess()
  if (decides === 'yes') return null
  const asksWho =
    workspace.market === 'b2b' ||
    contact.kind === 'organization' ||
    framework.items.some(({ question }) => question === 'authority')
  const isDue = asksWho && deciders.every(({ role }) => role !== 'decides')
  return (
    <Stack gap="xs">
      {asksWho && <KnownDeciders shown={shown} kind={contact.kind} />}
      <TaskOf kind="find_decider" {...{ contact, writable, isDue }} />
    </Stack>
  )
}

export function KnownDeciders({ shown: { decides, deciders }, kind }: { shown: Shown; kind: Kind }) {
  const { t } = useTranslation()
  const isUnknown = decides === 'unknown'
  if (deciders.length === 0) {
    const alone = isUnknown ? 'qualification.whoIsUnknown' : 'qualification.findWho'
    return <Text size="sm">{t(kind === 'person' ? alone : 'qualification.findWhoInside')}</Text>
  }
  return (
    <Stack gap={2}>
      <Text size="sm">{t(isUnknown ? 'qualification.whoDecidesInside' : 'qualification.whoDecides')}</Text>
      {deciders.map(({ id, name, role, jobTitle }) => (
        <Text size="sm" key={id}>
          <Anchor component={Link} to={`/contacts/${id}`} size="sm">
            {name}
          </Anchor>
          {[jobTitle, t(role === 'decides' ? 'qualification.decides' : 'qualification.influences')]
            .filter(Boolean)
            .map(part => ` · ${part}`)}
        </Text>
      ))}
    </Stack>
  )
}
