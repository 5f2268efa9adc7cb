import { ActionIcon, Badge, Button, Group, Modal, Table, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconArrowDownLeft,
  IconArrowsLeftRight,
  IconArrowUpRight,
  IconMinus,
  IconPencil,
} from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Channel,
  type Direction,
  eventGroups,
  eventNames,
  eventTypes,
} from '../../../activity/events.ts'
import { useAccess } from '../../../ui/access.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { type Signal, SignalForm } from './SignalForm.tsx'

/** The catalogue of signals: what Embudo knows, and what the workspace added. */
export function Signals() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Section
        title={t('settings.sections.events')}
        about={t('settings.events.about')}
        actions={can('settings.manage') && <Button onClick={open}>{t('settings.events.add')}</Button>}
      >
        <OwnSignals />
      </Section>
      {eventGroups.map(group => (
        <Section key={group} title={t(`activity.groups.${group}`)}>
          <SignalTable>
            {eventNames
              .filter(name => eventTypes[name].group === group)
              .map(name => (
                <SignalRow
                  key={name}
                  name={name}
                  label={t(`activity.events.${name}`)}
                  {...eventTypes[name]}
                />
              ))}
          </SignalTable>
        </Section>
      ))}
      <Modal opened={opened} onClose={close} title={t('settings.events.addTitle')}>
        <SignalForm onDone={close} />
      </Modal>
    </>
  )
}

function OwnSignals() {
  const { i18n } = useTranslation()
  const { can } = useAccess()
  const own = useQuery(api.activity.types.queryOptions())
  if (!own.data?.types.length) return null
  return (
    <SignalTable changeable={can('settings.manage')}>
      {own.data.types.map(type => (
        <SignalRow key={type.name} {...type} label={i18n.language === 'en' ? type.labelEn : type.labelEs}>
          {can('settings.manage') && <Changing signal={type} />}
        </SignalRow>
      ))}
    </SignalTable>
  )
}

function Changing({ signal }: { signal: Signal }) {
  const { t, i18n } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const [opened, { open, close }] = useDisclosure()
  const remove = useMutation({
    ...api.activity.removeType.mutationOptions(),
    onSuccess: () => toasts.done(t('settings.events.removed')),
    onError: toasts.failed,
    onSettled: () => queries.invalidateQueries({ queryKey: api.activity.types.key() }),
  })
  const name = i18n.language === 'en' ? signal.labelEn : signal.labelEs
  const change = t('settings.events.change', { name })
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={change}>
        <ActionIcon aria-label={change} onClick={open}>
          <IconPencil size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Confirm
        label={t('settings.events.remove', { name })}
        sure={t('settings.events.removeSure')}
        onConfirm={() => remove.mutate({ name: signal.name })}
      />
      <Modal opened={opened} onClose={close} title={change}>
        <SignalForm signal={signal} onDone={close} />
      </Modal>
    </Group>
  )
}

function SignalTable({ children, changeable = false }: { children: ReactNode; changeable?: boolean }) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="46%">{t('settings.events.signal')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('settings.events.channel')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('settings.events.direction')}</Table.Th>
            <Table.Th>{t('settings.events.weight')}</Table.Th>
            {changeable && <Table.Td w={88} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const arrows = { in: IconArrowDownLeft, out: IconArrowUpRight, two: IconArrowsLeftRight, none: IconMinus }

type SignalRowProps = {
  name: string
  label: string
  channel: Channel
  direction: Direction
  weight: number
  children?: ReactNode
}

function SignalRow({ name, label, channel, direction, weight, children }: SignalRowProps) {
  const { t } = useTranslation()
  const Arrow = arrows[direction]
  return (
    <Table.Tr>
      <Table.Td>
        {label}
        <Text size="xs" c="dimmed" ff="monospace">
          {name}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {t(`activity.channels.${channel}`)} · {t(`activity.directions.${direction}`)}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{t(`activity.channels.${channel}`)}</Table.Td>
      <Table.Td visibleFrom="sm">
        <Arrow size={14} stroke={1.8} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        {t(`activity.directions.${direction}`)}
      </Table.Td>
      <Table.Td>
        <Badge variant="default">{t(`activity.weights.${weightKey(weight)}`)}</Badge>
      </Table.Td>
      {children && <Table.Td>{children}</Table.Td>}
    </Table.Tr>
  )
}

function weightKey(weight: number) {
  if (weight < 0) return 'against'
  if (weight === 0) return 'none'
  if (weight === 1) return 'weak'
  return weight === 2 ? 'clear' : 'firm'
}
