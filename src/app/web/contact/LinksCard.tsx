import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownContact } from './source.ts'

/** A person's organisations, or an organisation's people. */
export function LinksCard({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const isOrganization = contact.kind === 'organization'
  const linked = isOrganization ? contact.people : contact.organizations
  if (linked.length === 0) return null
  return (
    <Paper p="md" component="section" aria-labelledby="links-title">
      <Title order={2} id="links-title" mb="sm">
        {t(isOrganization ? 'contactPage.itsPeople' : 'contactPage.itsOrganizations')}
      </Title>
      <Stack gap="xs">
        {linked.map(each => (
          <LinkedOne
            key={each.id}
            {...each}
            to={`/${isOrganization ? 'contacts' : 'organizations'}/${each.id}`}
          />
        ))}
      </Stack>
    </Paper>
  )
}

type OneProps = { id: string; displayName: string; jobTitle: string | null; to: string }

function LinkedOne({ displayName, jobTitle, to }: OneProps) {
  return (
    <div>
      <Anchor component={Link} to={to} size="sm">
        {displayName}
      </Anchor>
      {jobTitle && (
        <Text size="xs" c="dimmed">
          {jobTitle}
        </Text>
      )}
    </div>
  )
}
