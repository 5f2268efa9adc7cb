import { ActionIcon, Anchor, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { ContactPicker } from './ContactPicker.tsx'
import { useEmployers } from './linking.ts'
import type { ShownContact } from './source.ts'

/** A person's organisations, or an organisation's people. */
export function LinksCard({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const isOrganization = contact.kind === 'organization'
  const linked = isOrganization ? contact.people : contact.organizations
  const mayEdit = !isOrganization && can('contacts.write') && contact.deletedAt === null
  if (linked.length === 0 && !mayEdit) return null
  return (
    <Paper p="md" component="section" aria-labelledby="links-title">
      <Title order={2} id="links-title" mb="sm">
        {t(isOrganization ? 'contactPage.itsPeople' : 'contactPage.itsOrganizations')}
      </Title>
      {mayEdit ? (
        <Employers contact={contact} />
      ) : (
        <Stack gap="xs">
          {linked.map(each => (
            <LinkedOne
              key={each.id}
              {...each}
              to={`/${isOrganization ? 'contacts' : 'organizations'}/${each.id}`}
            />
          ))}
        </Stack>
      )}
    </Paper>
  )
}

function Employers({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const called = useCalled()
  const employers = useEmployers(contact)
  const several = contact.organizations
  return (
    <Stack gap="xs" align="stretch">
      {several.map(each => (
        <Group key={each.id} justify="space-between" wrap="nowrap" align="flex-start">
          <LinkedOne
            {...each}
            to={`/organizations/${each.id}`}
            note={several.length > 1 && each.isPrimary ? t('contactPage.main') : undefined}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={24} aria-label={`${t('ui.more')}: ${called(each.displayName).text}`}>
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {!each.isPrimary && (
                <Menu.Item onClick={() => employers.makeMain(each.id)}>{t('contactPage.makeMain')}</Menu.Item>
              )}
              <Menu.Item onClick={() => employers.remove(each.id)}>{t('contactPage.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      ))}
      {adding ? (
        <ContactPicker
          canName
          kind="organization"
          label={t('contactPage.addOrganization')}
          but={several.map(({ id }) => id)}
          onPick={picked => {
            employers.add(picked)
            setAdding(false)
          }}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAdding(true)}
        >
          {t('contactPage.addOrganization')}
        </Button>
      )}
    </Stack>
  )
}

type OneProps = { displayName: string; jobTitle: string | null; to: string; note?: string }

function LinkedOne({ displayName, jobTitle, to, note }: OneProps) {
  return (
    <div>
      <Anchor component={Link} to={to} size="sm">
        {useCalled()(displayName).text}
      </Anchor>
      {note && (
        <Text span size="xs" c="dimmed" ml={6}>
          {note}
        </Text>
      )}
      {jobTitle && (
        <Text size="xs" c="dimmed">
          {jobTitle}
        </Text>
      )}
    </div>
  )
}
