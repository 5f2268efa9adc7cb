import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconMail, IconMailOff, IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ShownContact } from './source.ts'
import { useRefusal } from './useRefusal.ts'

export function Reach({ contact }: { contact: ShownContact }) {
  return (
    <Group gap={4}>
      <Way contact={contact} channel="email" />
      <Way contact={contact} channel="phone" />
    </Group>
  )
}

const ways = {
  email: { scheme: 'mailto', Icon: IconMail, Off: IconMailOff, by: 'write', not: 'notWrite' },
  phone: { scheme: 'tel', Icon: IconPhone, Off: IconPhoneOff, by: 'call', not: 'notCall' },
} as const

function Way({ contact, channel }: { contact: ShownContact; channel: keyof typeof ways }) {
  const { t } = useTranslation()
  const why = useRefusal(contact)(channel)
  const identity = contact.identities.find(({ kind }) => kind === channel)
  if (!identity) return null
  const { scheme, Icon, Off, by, not } = ways[channel]
  const to = channel === 'phone' ? identity.raw : identity.value
  if (why) {
    const label = t(`contactPage.${not}`, { to, why })
    return (
      <Tooltip label={label}>
        <ActionIcon variant="default" aria-disabled data-disabled aria-label={label}>
          <Off size={17} stroke={1.7} color="var(--loss-ink)" aria-hidden />
        </ActionIcon>
      </Tooltip>
    )
  }
  return (
    <ActionIcon
      component="a"
      href={`${scheme}:${identity.value}`}
      variant="default"
      aria-label={t(`contactPage.${by}`, { to })}
    >
      <Icon size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
