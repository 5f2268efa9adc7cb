import { ActionIcon, Button, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFormat } from '../../../ui/format.ts'
import { ConsentForm, type NewConsent } from './ConsentForm.tsx'
import type { ShownContact } from './source.ts'

type Shown = ShownContact['consents'][number]

/** What the contact allowed and refused, with where it comes from; recorded and withdrawn by hand. */
export function ConsentsCard({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [recording, setRecording] = useState<Partial<NewConsent>>()
  const mayWrite = can('contacts.write') && contact.deletedAt === null
  return (
    <Paper p="md" component="section" aria-labelledby="consents-title">
      <Title order={2} id="consents-title" mb="sm">
        {t('contactPage.consents')}
      </Title>
      {contact.consents.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contactPage.noConsents')}
        </Text>
      )}
      <Stack gap="xs">
        {contact.consents.map(consent => (
          <Consent key={consent.id} consent={consent} onChange={mayWrite ? setRecording : undefined} />
        ))}
      </Stack>
      {mayWrite && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setRecording({})}>
          {t('contactPage.consent.record')}
        </Button>
      )}
      {recording && (
        <ConsentForm contact={contact} start={recording} onClose={() => setRecording(undefined)} />
      )}
    </Paper>
  )
}

type ConsentProps = { consent: Shown; onChange?: (next: Partial<NewConsent>) => void }

function Consent({ consent, onChange }: ConsentProps) {
  const text = useAnyText()
  const format = useFormat()
  const granted = consent.state === 'granted'
  const Icon = granted ? IconCircleCheck : IconCircleX
  const channel = text(`contacts.channels.${consent.channel}`)
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Icon
        size={16}
        aria-hidden
        color={granted ? 'var(--gain-ink)' : 'var(--loss-ink)'}
        style={{ marginTop: 2, flex: 'none' }}
      />
      <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm">
          {text(`contacts.consents.${consent.state}`)}: {channel}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            text(`contactPage.consent.bases.${consent.basis}`, { defaultValue: consent.basis ?? '' }),
            text(`contactPage.consent.sources.${consent.source}`, { defaultValue: consent.source }),
            format.date(consent.at),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {consent.wording && (
          <Text size="xs" c="dimmed" lineClamp={2} title={consent.wording}>
            {consent.wording}
          </Text>
        )}
      </div>
      {onChange && <ConsentMenu consent={consent} channel={channel} onChange={onChange} />}
    </Group>
  )
}

type MenuProps = Required<ConsentProps> & { channel: string }

function ConsentMenu({ consent, channel, onChange }: MenuProps) {
  const { t } = useTranslation()
  const next = (state: NewConsent['state']) =>
    onChange({ channel: consent.channel as NewConsent['channel'], purpose: consent.purpose, state })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={`${t('ui.more')}: ${channel}`}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {consent.state === 'granted' ? (
          <>
            <Menu.Item onClick={() => next('withdrawn')}>{t('contactPage.consent.withdraw')}</Menu.Item>
            <Menu.Item onClick={() => next('objected')}>{t('contactPage.consent.object')}</Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={() => next('granted')}>{t('contactPage.consent.grant')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
