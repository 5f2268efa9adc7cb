import { Box, Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AddMenu } from './AddMenu.tsx'
import { useDropGroup } from './dragging.ts'
import { type About, useEditing } from './editing.ts'
import classes from './editor.module.css'
import { added } from './moving.ts'
import { Amount, Pick } from './Pick.tsx'
import { RowLine } from './RowLine.tsx'
import { type Group, rowOf, updated } from './rows.ts'
import { useProblemText } from './useProblemText.ts'

type Props = { group: Group; about: About; before?: ReactNode }

/** Rows under one word. What stands alone needs no word. */
export function RowGroup({ group, about, before }: Props) {
  const { t } = useTranslation()
  const { root, change, begin, problems } = useEditing()
  const { rows, isOver } = useDropGroup(group.id)
  const isRoot = group.id === root.id
  const isBare = isRoot && isPlain(group)
  const problem = problems.get(group.id)
  const text = useProblemText()
  return (
    <Box className={classes.group} role="group" aria-label={t('criteriaEditor.group')} data-row={group.id}>
      {(before || !isPlain(group)) && (
        <div className={classes.head}>
          {before}
          {!(isPlain(group) && before) && <JoinPick group={group} />}
        </div>
      )}
      <div ref={rows} className={classes.rows} data-bare={isBare} data-drop={isOver ? 'inside' : undefined}>
        {group.rows.map((row, place) => (
          <Fragment key={row.id}>
            {place > 0 && <Joint group={group} />}
            <RowLine row={row} about={about} />
          </Fragment>
        ))}
        {problem && problem.code !== 'unfinished' && <Text className={classes.problem}>{text(problem)}</Text>}
        <AddMenu
          about={about}
          onAdd={rule => {
            const row = rowOf(rule)
            change(root => added(root, group.id, row))
            begin(row.id)
            return row.id
          }}
        >
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            w="fit-content"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('criteriaEditor.add')}
          </Button>
        </AddMenu>
      </div>
    </Box>
  )
}

const isPlain = (group: Group) => group.rows.length < 2 && group.join === 'all' && !group.not

type Way = 'all' | 'any' | 'some' | 'none' | 'notAll' | 'fewer'

const denied = { all: 'notAll', any: 'none', some: 'fewer' } as const

const wayOf = ({ join, not }: Group): Way => (not ? denied[join] : join)

const joined: Record<Way, Joined> = {
  all: { join: 'all', not: false },
  any: { join: 'any', not: false },
  some: { join: 'some', not: false },
  none: { join: 'any', not: true },
  notAll: { join: 'all', not: true },
  fewer: { join: 'some', not: true },
}
type Joined = { join: Group['join']; not: boolean }

function JoinPick({ group }: { group: Group }) {
  const { t } = useTranslation()
  const { change } = useEditing()
  const way = wayOf(group)
  const ways = (['all', 'any', 'some', 'none', 'notAll', 'fewer'] as const).filter(
    each => each === way || (each !== 'notAll' && each !== 'fewer'),
  )
  const set = (part: Partial<Group>) => change(root => updated(root, group.id, row => ({ ...row, ...part })))
  return (
    <>
      <Pick
        label={t('criteriaEditor.joins.label')}
        isSubject
        value={way}
        options={ways.map(value => ({ value, label: t(`criteriaEditor.joins.${value}`) }))}
        onChange={to => set({ ...joined[to], ...(to === 'some' && { least: mostOf(group) }) })}
      />
      {group.join === 'some' && (
        <>
          <Amount
            label={t('criteriaEditor.joins.least')}
            value={group.least}
            min={1}
            max={200}
            onChange={least => set({ least })}
          />
          <span className={classes.small}>
            {t('criteriaEditor.joins.ofThese', { count: group.rows.length })}
          </span>
        </>
      )}
    </>
  )
}

/** “Most of these”, where one begins. */
const mostOf = ({ rows }: Group) => Math.max(1, Math.floor(rows.length / 2) + (rows.length > 1 ? 1 : 0))

/** The word between two rows; it changes the whole group. */
function Joint({ group }: { group: Group }) {
  const { t } = useTranslation()
  const { change } = useEditing()
  const way = wayOf(group)
  if (way !== 'all' && way !== 'any')
    return (
      <span className={classes.joint} aria-hidden>
        {way === 'none' ? t('criteriaEditor.nor') : '·'}
      </span>
    )
  const join = way === 'all' ? 'any' : 'all'
  return (
    <button
      type="button"
      className={classes.joint}
      title={t('filter.changeJoin')}
      onClick={() => change(root => updated(root, group.id, row => ({ ...row, join })))}
    >
      {t(`filter.joins.${way}`)}
    </button>
  )
}
