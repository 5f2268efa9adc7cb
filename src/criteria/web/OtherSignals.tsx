import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Direction, directions } from '../../activity/events.ts'
import type { DidRule } from '../criteria.ts'
import { ConditionForm } from './ConditionForm.tsx'
import classes from './editor.module.css'
import { SignalsInput } from './SignalsInput.tsx'

type Which = NonNullable<DidRule['minus']>
type Props = { which: Which; onChange: (which: Which) => void; hasDirection?: boolean }

/** The signals that undo others, as refunds do purchases, or that may not have come since. */
export function OtherSignals({ which, onChange, hasDirection = false }: Props) {
  const { did, direction, where = [] } = which
  const names = Array.isArray(did) ? did : []
  const set = (part: Partial<Which>) => onChange({ ...which, ...part })
  return (
    <>
      <SignalsInput did={did} onChange={did => set({ did })} />
      {hasDirection && <Directions value={direction} onChange={direction => set({ direction })} />}
      {where.map((each, place) => (
        <ConditionForm
          key={place}
          names={names}
          rule={each}
          onChange={next => set({ where: where.with(place, next) })}
        />
      ))}
    </>
  )
}

type DirectionsProps = { value?: Direction[]; onChange: (direction?: Direction[]) => void }

/** Who takes the step; none chosen: whoever it was. */
export function Directions({ value = [], onChange }: DirectionsProps) {
  const { t } = useTranslation()
  return (
    <MultiSelect
      size="xs"
      className={classes.value}
      aria-label={t('criteriaEditor.details.choices.direction')}
      data={directions.map(value => ({ value, label: t(`activity.directions.${value}`) }))}
      value={value}
      onChange={chosen => onChange(chosen.length ? (chosen as Direction[]) : undefined)}
    />
  )
}
