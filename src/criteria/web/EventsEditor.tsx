import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { EventsRule } from '../criteria.ts'
import { problemsOf } from '../problems.ts'
import { DeedDetails, DetailMenu } from './DeedDetails.tsx'
import { type About, EditingContext, useEditedRows } from './editing.ts'
import classes from './editor.module.css'
import type { Catalogue } from './FilterBar.tsx'
import { Matching } from './Matching.tsx'
import { SignalNames } from './SignalsInput.tsx'

type Props = {
  value: EventsRule
  /** Undefined while it is not finished. */
  onChange: (next: EventsRule | undefined) => void
  whose: About
  catalogue: Catalogue
  label: string
}

/** Which events count, each time that they come: signals by name, from whom, and what they carry; with the sentence and whom it selects. */
export function EventsEditor({ value, onChange, whose, catalogue, label }: Props) {
  const [written, setWritten] = useState(value)
  const editing = useEditedRows(written, () => {}, catalogue)
  const set = (part: object) => {
    const next: EventsRule = { ...written, ...part }
    setWritten(next)
    onChange(problemsOf(next, catalogue).length ? undefined : next)
  }
  return (
    <EditingContext value={editing}>
      <Stack gap={6} className={classes.editor} role="group" aria-label={label}>
        <div className={classes.asked}>
          <SignalNames value={written.did} onChange={did => set({ did })} />
        </div>
        <div className={classes.details}>
          <DeedDetails rule={written} set={set} />
          <DetailMenu rule={written} set={set} offered={['where', 'direction']} />
        </div>
        <Matching about={whose} />
      </Stack>
    </EditingContext>
  )
}
