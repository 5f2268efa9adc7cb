import { Input, MultiSelect, SegmentedControl, Stack } from '@mantine/core'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignalOptions } from '../../activity/web/parts.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { RegionContext } from '../../ui/format.ts'
import { dayOf } from '../../ui/zoneDay.ts'

export type Wake = {
  wakes: 'date' | 'signal' | 'address' | 'never'
  day: string | null
  /** Only these wake it; none: any does. */
  signals: string[]
}

type Props = { draft: Wake; onChange: (part: Partial<Wake>) => void }

/** When who is disqualified comes back. */
export function WakeInput({ draft, onChange }: Props) {
  const { t } = useTranslation()
  const { timeZone } = useContext(RegionContext)
  const signals = useSignalOptions()
  const ways = ['date', 'signal', 'address', 'never'] as const
  return (
    <Stack gap={6}>
      <Input.Wrapper label={t('qualification.comesBack')} labelElement="div">
        <SegmentedControl
          fullWidth
          size="xs"
          orientation="vertical"
          aria-label={t('qualification.comesBack')}
          data={ways.map(value => ({ value, label: t(`qualification.comeBack.${value}`) }))}
          value={draft.wakes}
          onChange={wakes =>
            onChange({ wakes: wakes as Wake['wakes'], day: draft.day ?? dayIn(90, timeZone) })
          }
        />
      </Input.Wrapper>
      {draft.wakes === 'date' && (
        <DayInput
          required
          from={dayIn(1, timeZone)}
          label={t('qualification.wakeUp')}
          value={draft.day}
          onChange={day => onChange({ day })}
        />
      )}
      {draft.wakes === 'signal' && (
        <MultiSelect
          searchable
          clearable
          maxValues={20}
          label={t('qualification.wakeSignals')}
          placeholder={draft.signals.length ? undefined : t('qualification.anySignal')}
          data={signals}
          value={draft.signals}
          maxDropdownHeight={240}
          onChange={signals => onChange({ signals })}
        />
      )}
    </Stack>
  )
}

export const dayIn = (days: number, timeZone: string) =>
  dayOf(new Date(Date.now() + days * 86_400_000), timeZone)
