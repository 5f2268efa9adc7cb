import { ActionIcon, Text } from '@mantine/core'
import { IconGripVertical, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerForm } from './AnswerForm.tsx'
import { DeedForm } from './DeedForm.tsx'
import { useDraggedRow } from './dragging.ts'
import { type About, useEditing } from './editing.ts'
import classes from './editor.module.css'
import { FactForm } from './FactForm.tsx'
import { refocus } from './focusing.ts'
import { LinkedForm } from './LinkedForm.tsx'
import { movedIn, movedOut, removed, shifted } from './moving.ts'
import { RowGroup } from './RowGroup.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { Asked, Group, Row } from './rows.ts'
import { IsForm, ScoreForm } from './StandingForms.tsx'
import { useProblemText } from './useProblemText.ts'
import { useRowName } from './useRowName.ts'

/** One row: its handle, what it asks, what can be done to it. */
export function RowLine({ row, about }: { row: Row; about: About }) {
  const { t } = useTranslation()
  const { change, problems, fresh } = useEditing()
  const name = useRowName()(row)
  const problem = 'rows' in row || fresh.has(row.id) ? undefined : problems.get(row.id)
  const text = useProblemText()
  const { line, handle, isDragged, place } = useDraggedRow(row.id)
  const remove = () => change(root => removed(root, row.id))
  return (
    <div
      ref={line}
      className={classes.line}
      data-row={row.id}
      data-holds={'leaf' in row ? undefined : ''}
      data-dragged={isDragged || undefined}
      data-drop={place}
    >
      <Handle row={row} name={name} handle={handle} />
      <div className={classes.body}>
        <RowBody row={row} about={about} />
        {problem && <Text className={classes.problem}>{text(problem)}</Text>}
      </div>
      <div className={classes.actions}>
        <RowMenu row={row} name={name} />
        <ActionIcon
          size={24}
          className={classes.quiet}
          aria-label={t('criteriaEditor.remove', { row: name })}
          onClick={remove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  )
}

function RowBody({ row, about }: { row: Row; about: About }) {
  if ('rows' in row) return <RowGroup group={row} about={about} />
  if ('linked' in row) {
    const inside = row.linked === 'company' ? 'organization' : 'person'
    return <RowGroup group={row.inner} about={inside} before={<LinkedForm row={row} />} />
  }
  return <AskedForm row={row} />
}

function AskedForm({ row: { id, not, leaf } }: { row: Asked }) {
  if ('did' in leaf) return <DeedForm id={id} rule={leaf} not={not} />
  if ('is' in leaf) return <IsForm id={id} rule={leaf} not={not} />
  if ('score' in leaf) return <ScoreForm id={id} rule={leaf} not={not} />
  if ('answered' in leaf) return <AnswerForm id={id} rule={leaf} not={not} />
  return <FactForm id={id} rule={leaf} not={not} />
}

type Move = (root: Group, id: string) => Group

const moves: Record<string, Move> = {
  ArrowUp: (root, id) => shifted(root, id, -1),
  ArrowDown: (root, id) => shifted(root, id, 1),
  ArrowLeft: movedOut,
  ArrowRight: movedIn,
  Delete: removed,
  Backspace: removed,
}

type HandleProps = { row: Row; name: string; handle: RefObject<HTMLButtonElement | null> }

/** Moves its row by Alt and the arrows, and by drag. */
function Handle({ row, name, handle }: HandleProps) {
  const { t } = useTranslation()
  const { change } = useEditing()
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const move = moves[event.key]
    if (!move || (event.key.startsWith('Arrow') && !event.altKey)) return
    event.preventDefault()
    change(root => move(root, row.id))
    refocus(row.id, event.currentTarget.closest<HTMLElement>('[data-editor]'))
  }
  return (
    <ActionIcon
      ref={handle}
      size={24}
      className={`${classes.handle} ${classes.quiet}`}
      data-handle
      aria-label={t('criteriaEditor.move', { row: name })}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={14} aria-hidden />
    </ActionIcon>
  )
}
