import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core'
import { IconDots, IconRobot } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { RegionContext } from '../../ui/format.ts'
import { Moment } from '../../ui/Moment.tsx'
import { eventTypes, isEventName } from '../events.ts'
import { corrected, draftOf } from './correcting.ts'
import { useEventName } from './eventName.ts'
import { LogForm } from './LogForm.tsx'
import type { HappenedEntry } from './logEntry.ts'
import { PropertyList } from './PropertyList.tsx'
import type { HappenedItem } from './timelineItems.ts'

/** Whose initiative it was, where that says something: to buy is two-way and no conversation. */
const isDealing = ({ direction, name }: HappenedItem) =>
  direction !== 'none' && !(direction === 'two' && isEventName(name) && eventTypes[name].group === 'after')

type Props = {
  item: HappenedItem
  readOnly?: boolean
  onWithdraw: (item: HappenedItem) => void
  onCorrect: (item: HappenedItem, entry: HappenedEntry) => Promise<unknown>
}

/** Something that happened: read, put right where it was written down by hand, taken back. */
export function EventItem({ item, readOnly, onWithdraw, onCorrect }: Props) {
  const { t } = useTranslation()
  const region = useContext(RegionContext)
  const [isEdited, setEdited] = useState(false)
  const start = readOnly || item.withdrawnAt ? undefined : draftOf(item, region)
  const leave = () => setEdited(false)
  if (!start || !isEdited)
    return <Shown {...{ item, readOnly, onWithdraw }} onEdit={start && (() => setEdited(true))} />
  return (
    <LogForm
      start={start}
      giveUp={t('quickLog.cancel')}
      onLog={async entry =>
        entry.kind === 'event' && onCorrect(item, corrected(item, start, entry, region.timeZone))
      }
      onSaved={leave}
      onGiveUp={leave}
      onLeave={leave}
    />
  )
}

type ShownProps = Omit<Props, 'onCorrect'> & { onEdit?: () => void }

function Shown({ item, readOnly, onWithdraw, onEdit }: ShownProps) {
  const { t } = useTranslation()
  const text = useAnyText()
  const name = useEventName()
  const source = text(`timeline.sources.${item.source}`, { defaultValue: item.source })
  return (
    <>
      <Group gap={6} wrap="nowrap" align="flex-start" justify="space-between">
        <div>
          <Text span size="sm" fw={550} td={item.withdrawnAt ? 'line-through' : undefined}>
            {name(item.name)}
          </Text>
          {item.byRobot && <RobotMark />}
          {item.withdrawnAt && (
            <Badge size="xs" ml={6} color="gray">
              {t('timeline.withdrawn')}
            </Badge>
          )}
          <Text span size="xs" c="dimmed" ml={6}>
            {isDealing(item) && t(`activity.directions.${item.direction}`)}
          </Text>
        </div>
        <Group gap={2} wrap="nowrap">
          <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            <Moment at={item.at} />
          </Text>
          {!readOnly && !item.withdrawnAt && (
            <ItemMenu label={name(item.name)} onEdit={onEdit} onWithdraw={() => onWithdraw(item)} />
          )}
        </Group>
      </Group>
      <PropertyList properties={item.properties} />
      <Text size="xs" c="dimmed">
        {item.actor ? t('timeline.by', { name: item.actor }) : t('timeline.from', { source })}
      </Text>
    </>
  )
}

function RobotMark() {
  const { t } = useTranslation()
  return (
    <Badge size="xs" ml={6} color="gray" leftSection={<IconRobot size={11} aria-hidden />}>
      {t('timeline.robot')}
    </Badge>
  )
}

type MenuProps = { label: string; onEdit?: () => void; onWithdraw: () => void }

function ItemMenu({ label, onEdit, onWithdraw }: MenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={`${t('ui.more')}: ${label}`}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onEdit && <Menu.Item onClick={onEdit}>{t('ui.edit')}</Menu.Item>}
        <Menu.Item onClick={onWithdraw}>{t('timeline.withdraw')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
