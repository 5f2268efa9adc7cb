import { Group } from '@mantine/core'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { DayInput } from '../../ui/DayInput.tsx'
import { RegionContext } from '../../ui/format.ts'
import { HourInput } from '../../ui/HourInput.tsx'
import { clockOf } from '../../ui/zoneDay.ts'
import type { FieldsProps } from './LogFields.tsx'
import { unsaidHour } from './logEntry.ts'

/** The day and the hour at which it was; now where neither is said. */
export function WhenInput({ form }: FieldsProps) {
  const { t } = useTranslation()
  const [today = '', clock = ''] = clockOf(new Date(), useContext(RegionContext).timeZone).split(' ')
  const { day, hour } = form.values
  const isToday = day === null || day === today
  return (
    <Group grow gap="xs" align="start" role="group" aria-label={t('quickLog.when')}>
      <DayInput
        past
        clearable
        size="xs"
        aria-label={t('quickLog.day')}
        placeholder={t('quickLog.today')}
        value={day}
        onChange={day => form.setFieldValue('day', day)}
      />
      <HourInput
        past={isToday}
        clock={clock.slice(0, 5)}
        label={t('quickLog.hour')}
        placeholder={isToday ? t('quickLog.now') : unsaidHour}
        value={hour}
        onChange={hour => form.setValues({ hour, ...(hour !== null && { day: day ?? today }) })}
      />
    </Group>
  )
}
