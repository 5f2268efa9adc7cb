import { Anchor, Group, Text } from '@mantine/core'
import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { ScoreBar } from '../../../ui/ScoreBar.tsx'
import { StageWithDefinition } from '../../../ui/StageBadge.tsx'
import { StaleBadge } from '../../../ui/StaleBadge.tsx'
import { Temperature } from '../../../ui/Temperature.tsx'
import classes from './contact.module.css'
import { HeaderBadges } from './HeaderBadges.tsx'
import { HeaderMenu } from './HeaderMenu.tsx'
import { NameTitle } from './NameTitle.tsx'
import { Reach } from './Reach.tsx'
import type { ShownContact, ShownStanding } from './source.ts'

type Props = { contact: ShownContact; standing: ShownStanding; withTitle: boolean }

export function ContactHeader({ contact, standing, withTitle }: Props) {
  const { can } = useAccess()
  const Icon = contact.kind === 'organization' ? IconBuilding : IconUser
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        <Group gap={8} wrap="nowrap" align="center">
          <Icon size={22} stroke={1.6} aria-hidden className={classes.kind} />
          <NameTitle contact={contact} order={withTitle ? 1 : 2} />
        </Group>
        <Group gap={6}>
          <HeaderBadges contact={contact} />
        </Group>
        <Subtitle contact={contact} />
      </div>
      <Group gap="md" align="center" className={classes.glance}>
        {standing && (
          <>
            <StageWithDefinition stage={standing.stage} />
            <StaleBadge from={standing.staleFrom} />
            <ScoreBar total={standing.total} fit={standing.fit} engagement={standing.engagement} />
            <Temperature value={standing.temperature} />
          </>
        )}
        <Reach contact={contact} />
      </Group>
      {can('contacts.delete') && !contact.deletedAt && <HeaderMenu contact={contact} />}
    </header>
  )
}

const mostPeople = 200

function Subtitle({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const called = useCalled()
  const [main] = contact.organizations
  const title = contact.fields.jobTitle
  if (contact.kind === 'organization') {
    const parts = [
      contact.fields.sector,
      contact.fields.city,
      // The list of people ends at 200; then their number is not known here.
      contact.people.length < mostPeople
        ? t('contactPage.people', { count: contact.people.length })
        : t('contactPage.manyPeople', { count: mostPeople }),
    ]
    return <Text c="dimmed">{parts.filter(Boolean).join(' · ')}</Text>
  }
  if (!title && !main) return null
  return (
    <Text c="dimmed">
      {title}
      {title && main && ' · '}
      {main && (
        <Anchor
          component={Link}
          to={`/organizations/${main.id}`}
          c="inherit"
          underline="always"
          className={classes.employer}
        >
          {called(main.displayName).text}
        </Anchor>
      )}
    </Text>
  )
}
