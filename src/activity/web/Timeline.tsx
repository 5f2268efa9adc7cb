import { Button, Group, SegmentedControl, Select } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../ui/anyText.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { type Channel, channels, type Direction } from '../events.ts'
import { channelIcons } from './channelIcons.ts'
import { EventItem } from './EventItem.tsx'
import type { HappenedEntry } from './logEntry.ts'
import classes from './timeline.module.css'
import { channelOf, type HappenedItem, type TimelineItem } from './timelineItems.ts'

export type TimelineFilter = { channel?: Channel; direction?: Direction }

type Props = {
  items: TimelineItem[]
  filter: TimelineFilter
  onFilter: (filter: TimelineFilter) => void
  onMore?: () => void
  waiting?: boolean
  readOnly?: boolean
  onWithdraw: (item: HappenedItem) => void
  onCorrect: (item: HappenedItem, entry: HappenedEntry) => Promise<unknown>
  /** Draws a note, which belongs to another feature. */
  note: (item: TimelineItem & { kind: 'note' }) => ReactNode
}

/** What happened, newest first, by day. */
export function Timeline({ items, filter, onFilter, onMore, waiting, ...rest }: Props) {
  const { t } = useTranslation()
  const days = useDays(items)
  const filtered = filter.channel !== undefined || filter.direction !== undefined
  return (
    <div>
      <Filters filter={filter} onFilter={onFilter} />
      {items.length === 0 && !waiting && (
        <Empty
          title={t(filtered ? 'timeline.emptyFiltered' : 'timeline.empty')}
          about={filtered ? undefined : t('timeline.emptyAbout')}
        >
          {filtered && (
            <Button variant="default" size="xs" onClick={() => onFilter({})}>
              {t('timeline.clear')}
            </Button>
          )}
        </Empty>
      )}
      {days.map(({ day, items }) => (
        <section key={day} aria-label={day} className={classes.day}>
          <h3 className={classes.date}>{day}</h3>
          <ol className={classes.items}>
            {items.map(item => (
              <Item key={item.id} item={item} {...rest} />
            ))}
          </ol>
        </section>
      ))}
      {onMore && (
        <Button variant="subtle" size="xs" mt="sm" loading={waiting} onClick={onMore}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  )
}

function useDays(items: TimelineItem[]) {
  const format = useFormat()
  return useMemo(() => {
    const days = new Map<string, TimelineItem[]>()
    for (const item of items) {
      const day = format.date(item.at)
      days.set(day, [...(days.get(day) ?? []), item])
    }
    return [...days].map(([day, items]) => ({ day, items }))
  }, [items, format])
}

function Filters({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const { t } = useTranslation()
  const text = useAnyText()
  const directions = (['in', 'two', 'out'] as const).map(value => ({
    ...{ value: value as string, label: t(`activity.directions.${value}`) },
  }))
  return (
    <Group gap="xs" mb="sm">
      <SegmentedControl
        size="xs"
        aria-label={t('timeline.direction')}
        data={[{ value: 'all', label: t('timeline.anyDirection') }, ...directions]}
        value={filter.direction ?? 'all'}
        onChange={value =>
          onFilter({ ...filter, direction: value === 'all' ? undefined : (value as Direction) })
        }
      />
      <Select
        size="xs"
        w={170}
        clearable
        aria-label={t('timeline.channel')}
        placeholder={t('timeline.allChannels')}
        data={channels.map(value => ({ value, label: text(`activity.channels.${value}`) }))}
        value={filter.channel ?? null}
        onChange={value => onFilter({ ...filter, channel: (value as Channel | null) ?? undefined })}
      />
    </Group>
  )
}

type ItemProps = Pick<Props, 'onWithdraw' | 'onCorrect' | 'note' | 'readOnly'> & { item: TimelineItem }

function Item({ item, note, ...rest }: ItemProps) {
  const channel = channelOf(item)
  const Icon = channel ? channelIcons[channel] : IconNote
  return (
    <li
      className={classes.item}
      id={`event-${item.id}`}
      data-direction={item.kind === 'event' ? item.direction : 'note'}
    >
      <span className={classes.icon}>
        <Icon size={15} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.content}>
        {item.kind === 'note' ? note(item) : <EventItem item={item} {...rest} />}
      </div>
    </li>
  )
}
