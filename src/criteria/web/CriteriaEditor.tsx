import { Stack } from '@mantine/core'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criteria } from '../criteria.ts'
import type { Problem } from '../problems.ts'
import { useDrops } from './dragging.ts'
import { type About, EditingContext, useEditedRows } from './editing.ts'
import classes from './editor.module.css'
import type { Catalogue } from './FilterBar.tsx'
import { focusedRow, refocus, rowAround } from './focusing.ts'
import { Matching } from './Matching.tsx'
import { RowGroup } from './RowGroup.tsx'

type Props = {
  /** May be unfinished or empty while it is edited. */
  value: Criteria
  /** `problems`: what keeps it from being saved, each with its place; none when it can be. */
  onChange: (next: Criteria, problems: Problem[]) => void
  about: About
  catalogue: Catalogue
  label?: string
  /** Without the sentence, the count and the sample at the foot. */
  bare?: boolean
}

/** Any criterion, as rows that are added, grouped, denied and moved; with its sentence and who it selects at the foot. */
export function CriteriaEditor({ value, onChange, about, catalogue, label, bare }: Props) {
  const { t } = useTranslation()
  const editing = useEditedRows(value, onChange, catalogue)
  useDrops(editing)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    event.stopPropagation()
    const row = focusedRow()
    if (key === 'y' || event.shiftKey) editing.redo()
    else editing.undo()
    refocus(row, event.currentTarget)
  }
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    const left = rowAround(target)
    if (left && editing.fresh.has(left) && left !== rowAround(relatedTarget)) editing.leave(left)
  }
  return (
    <EditingContext value={editing}>
      <Stack
        gap={0}
        className={classes.editor}
        data-editor
        role="group"
        aria-label={label ?? t('criteriaEditor.label')}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <RowGroup group={editing.root} about={about} />
        {!bare && <Matching about={about} />}
      </Stack>
    </EditingContext>
  )
}
