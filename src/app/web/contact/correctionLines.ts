import { useTranslation } from 'react-i18next'
import { useEventName, usePropertyText } from '../../../activity/web/parts.tsx'
import { useFormat } from '../../../ui/format.ts'
import type { ChangeLine, ShownChange } from './changeLines.ts'

type Correction = ShownChange['corrections'][number]

/** What was put right about something that had happened: what it was, when, and what was known of it. */
export function useCorrectionLines() {
  const { t } = useTranslation()
  const format = useFormat()
  const eventName = useEventName()
  const property = usePropertyText()
  return ({ was, is }: Correction, place: number): ChangeLine[] => {
    const what = eventName(is.name)
    const keys = Object.keys({ ...was.properties, ...is.properties }).filter(key => key !== 'currency')
    const said = ({ properties }: Correction['is'], key: string) =>
      properties[key] === undefined ? '' : property.value(key, properties[key], properties)
    const lines = [
      { label: t('history.corrected'), from: eventName(was.name), to: what },
      { label: what, from: format.dateTime(was.at), to: format.dateTime(is.at) },
      ...keys.map(key => ({ label: property.label(key), from: said(was, key), to: said(is, key) })),
    ]
    return lines.flatMap((line, nth) =>
      nth > 0 && line.from === line.to ? [] : [{ key: `correction ${place} ${nth}`, ...shown(line) }],
    )
  }
}

/** What stayed the same is said once. */
const shown = (line: Omit<ChangeLine, 'key'>) => (line.from === line.to ? { ...line, from: '' } : line)
