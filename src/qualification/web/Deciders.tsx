import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Kind } from '../../contacts/fields.ts'
import type { Shown } from './api.ts'

/** Who to talk to when the contact has no say; or the question that finds it out. */
export function Deciders({ shown: { deciders }, kind }: { shown: Shown; kind: Kind }) {
  const { t } = useTranslation()
  if (deciders.length === 0)
    return (
      <Text size="sm">{t(kind === 'person' ? 'qualification.findWho' : 'qualification.findWhoInside')}</Text>
    )
  return (
    <Stack gap={2}>
      <Text size="sm">{t('qualification.whoDecides')}</Text>
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
