import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayInput } from '../../ui/DayInput.tsx'
import type { DidRule } from '../criteria.ts'
import { ConditionForm } from './ConditionForm.tsx'
import classes from './editor.module.css'
import { Directions, OtherSignals } from './OtherSignals.tsx'
import { Amount, Pick } from './Pick.tsx'
import { unanswered } from './unanswered.ts'

type Props = { rule: DidRule; set: (part: Partial<DidRule>) => void }

type Detail =
  | 'times'
  | 'withinDays'
  | 'from'
  | 'until'
  | 'notWithinDays'
  | 'direction'
  | 'where'
  | 'minus'
  | 'noneSince'
  | 'robots'

const has: Record<Detail, (rule: DidRule) => boolean> = {
  times: ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
  withinDays: rule => rule.withinDays !== undefined,
  from: rule => rule.from !== undefined,
  until: rule => rule.until !== undefined,
  notWithinDays: rule => rule.notWithinDays !== undefined,
  direction: rule => rule.direction !== undefined,
  // There can always be one more.
  where: () => false,
  minus: rule => rule.minus !== undefined,
  noneSince: rule => rule.noneSince !== undefined,
  robots: rule => !!rule.byRobotsToo,
}

const today = () => new Date().toISOString().slice(0, 10)
const startOf = (day: string) => `${day}T00:00:00.000Z`
const endOf = (day: string) => `${day}T23:59:59.999Z`

const begun: Record<Detail, (rule: DidRule) => Partial<DidRule>> = {
  times: () => ({ atLeast: 2 }),
  withinDays: () => ({ withinDays: 30 }),
  from: () => ({ from: startOf(today()) }),
  until: () => ({ until: endOf(today()) }),
  notWithinDays: () => ({ notWithinDays: 30 }),
  direction: () => ({ direction: ['in'] }),
  where: ({ where = [] }) => ({ where: [...where, { property: '', op: 'is', value: '' }] }),
  minus: () => ({ minus: { did: [] } }),
  noneSince: unanswered,
  robots: () => ({ byRobotsToo: true }),
}

const all = Object.keys(begun) as Detail[]

/** Offers the details that the rule does not have yet, all of them or some. */
export function DetailMenu({ rule, set, offered = all }: Props & { offered?: Detail[] }) {
  const { t } = useTranslation()
  const missing = offered.filter(detail => !has[detail](rule))
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" color="gray">
          {t('criteriaEditor.details.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {missing.map(detail => (
          <Menu.Item key={detail} onClick={() => set(begun[detail](rule))}>
            {t(`criteriaEditor.details.choices.${detail}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What the rule says beside its signals, each with what takes it away. */
export function DeedDetails({ rule, set }: Props) {
  const { where = [] } = rule
  const names = Array.isArray(rule.did) ? rule.did : []
  const setWhere = (next: NonNullable<DidRule['where']>) => set({ where: next.length ? next : undefined })
  return (
    <>
      {where.map((each, place) => (
        <Removable key={place} what="where" onRemove={() => setWhere(where.toSpliced(place, 1))}>
          <ConditionForm names={names} rule={each} onChange={next => setWhere(where.with(place, next))} />
        </Removable>
      ))}
      {has.direction(rule) && (
        <Removable what="direction" onRemove={() => set({ direction: undefined })}>
          <Directions value={rule.direction} onChange={direction => set({ direction })} />
        </Removable>
      )}
      {has.times(rule) && <Times rule={rule} set={set} />}
      {has.withinDays(rule) && <Days rule={rule} set={set} what="withinDays" />}
      {has.from(rule) && <Day rule={rule} set={set} what="from" />}
      {has.until(rule) && <Day rule={rule} set={set} what="until" />}
      {has.notWithinDays(rule) && <Days rule={rule} set={set} what="notWithinDays" />}
      {rule.minus && (
        <Removable what="minus" onRemove={() => set({ minus: undefined })}>
          <OtherSignals which={rule.minus} onChange={minus => set({ minus })} />
        </Removable>
      )}
      {rule.noneSince && (
        <Removable what="noneSince" onRemove={() => set({ noneSince: undefined })}>
          <OtherSignals which={rule.noneSince} onChange={noneSince => set({ noneSince })} hasDirection />
        </Removable>
      )}
      {rule.byRobotsToo && <Removable what="robots" onRemove={() => set({ byRobotsToo: undefined })} />}
    </>
  )
}

type RemovableProps = { what: Detail; onRemove: () => void; children?: ReactNode }

function Removable({ what, onRemove, children }: RemovableProps) {
  const { t } = useTranslation()
  const name = t(`criteriaEditor.details.choices.${what}`)
  return (
    <span className={classes.detail}>
      {what !== 'times' && <span className={classes.small}>{t(`criteriaEditor.details.${what}`)}</span>}
      {children}
      <ActionIcon
        size={24}
        className={classes.quiet}
        aria-label={t('criteriaEditor.details.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={12} aria-hidden />
      </ActionIcon>
    </span>
  )
}

type Often = 'atLeast' | 'atMost' | 'exactly' | 'between'

function oftenOf({ atLeast, atMost }: DidRule): Often {
  if (atMost === undefined) return 'atLeast'
  if (atLeast === undefined) return 'atMost'
  return atLeast === atMost ? 'exactly' : 'between'
}

function Times({ rule, set }: Props) {
  const { t } = useTranslation()
  const { atLeast, atMost } = rule
  const often = oftenOf(rule)
  const one = atLeast ?? atMost ?? 1
  const to: Record<Often, Partial<DidRule>> = {
    atLeast: { atLeast: one, atMost: undefined },
    atMost: { atLeast: undefined, atMost: one },
    exactly: { atLeast: one, atMost: one },
    between: { atLeast: one, atMost: Math.max(one + 1, atMost ?? 0) },
  }
  const setOne = (value: number) => {
    if (often === 'exactly') set({ atLeast: value, atMost: value })
    else set(often === 'atMost' ? { atMost: value } : { atLeast: value })
  }
  return (
    <Removable what="times" onRemove={() => set({ atLeast: undefined, atMost: undefined })}>
      <Pick
        label={t('criteriaEditor.details.choices.times')}
        value={often}
        options={(['atLeast', 'atMost', 'exactly', 'between'] as const).map(value => ({
          value,
          label: t(`criteriaEditor.bounds.${value}`),
        }))}
        onChange={often => set(to[often])}
      />
      <Amount label={t('criteriaEditor.details.choices.times')} value={one} onChange={setOne} />
      {often === 'between' && (
        <>
          <span className={classes.small}>{t('criteriaEditor.and')}</span>
          <Amount
            label={t('filter.operators.atMost')}
            value={atMost ?? 0}
            onChange={atMost => set({ atMost })}
          />
        </>
      )}
      <span className={classes.small}>{t('criteriaEditor.details.timesWord', { count: atMost ?? one })}</span>
    </Removable>
  )
}

function Days({ rule, set, what }: Props & { what: 'withinDays' | 'notWithinDays' }) {
  const { t } = useTranslation()
  return (
    <Removable what={what} onRemove={() => set({ [what]: undefined })}>
      <Amount
        label={t(`criteriaEditor.details.choices.${what}`)}
        min={1}
        max={36_500}
        value={rule[what] ?? 30}
        onChange={days => set({ [what]: days })}
      />
      <span className={classes.small}>{t('criteriaEditor.days')}</span>
    </Removable>
  )
}

/** A day of the calendar, in UTC as the sentence reads it. */
function Day({ rule, set, what }: Props & { what: 'from' | 'until' }) {
  const { t } = useTranslation()
  const edge = what === 'from' ? startOf : endOf
  return (
    <Removable what={what} onRemove={() => set({ [what]: undefined })}>
      <DayInput
        size="xs"
        variant="filled"
        w={112}
        aria-label={t(`criteriaEditor.details.choices.${what}`)}
        value={new Date(rule[what] ?? '').toISOString().slice(0, 10)}
        onChange={day => day && set({ [what]: edge(day) })}
      />
    </Removable>
  )
}
