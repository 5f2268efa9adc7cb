import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFormat } from '../../../ui/format.ts'
import type { ShownContact } from './source.ts'

/** What the contact allowed and refused, with where it comes from. */
export function ConsentsCard({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
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
          <Consent key={consent.id} consent={consent} />
        ))}
      </Stack>
    </Paper>
  )
}

function Consent({ consent }: { consent: ShownContact['consents'][number] }) {
  const text = useAnyText()
  const format = useFormat()
  const granted = consent.state === 'granted'
  const Icon = granted ? IconCircleCheck : IconCircleX
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Icon
        size={16}
        aria-hidden
        color={granted ? 'var(--gain-ink)' : 'var(--loss-ink)'}
        style={{ marginTop: 2, flex: 'none' }}
      />
      <div>
        <Text size="sm">
          {text(`contacts.consents.${consent.state}`)}: {text(`contacts.channels.${consent.channel}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {[consent.basis, consent.source, format.date(consent.at)].filter(Boolean).join(' · ')}
        </Text>
      </div>
    </Group>
  )
}
