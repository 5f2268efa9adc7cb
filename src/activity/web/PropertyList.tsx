import { Text } from '@mantine/core'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { durationUnits } from '../events.ts'

type Properties = Record<string, unknown>

/** Shown as running text, not as a label and a value. */
const spoken = ['summary', 'message', 'comment', 'question']

/** What an event carries, for reading: its text first, then each property with its name. */
export function PropertyList({ properties }: { properties: Properties }) {
  const read = useRead()
  const text = spoken.map(key => properties[key]).find(value => typeof value === 'string' && value !== '')
  const rest = Object.entries(properties).filter(
    ([key, value]) => !spoken.includes(key) && isShown(key, value),
  )
  return (
    <>
      {typeof text === 'string' && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
      {rest.length > 0 && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {rest.map(([key, value]) => read(key, value, properties)).join(' · ')}
        </Text>
      )}
    </>
  )
}

/** The currency is read with its amount. */
const isShown = (key: string, value: unknown) =>
  key !== 'currency' && value !== null && value !== '' && typeof value !== 'object'

function useRead() {
  const { label, value } = usePropertyText()
  return (key: string, given: unknown, properties: Properties): string =>
    `${label(key)}: ${value(key, given, properties)}`
}

/** What a property is called, and how its value is said. */
export function usePropertyText() {
  const text = useAnyText()
  const format = useFormat()
  return {
    label: (key: string) => text(`activity.properties.${key}`, { defaultValue: key }),
    value: (key: string, value: unknown, { currency }: Properties): string => {
      if (key === 'amount' && typeof value === 'number')
        return format.money(value, typeof currency === 'string' ? currency : undefined)
      const unit = durationUnits[key]
      if (unit && typeof value === 'number') return format.duration(value * unit)
      if (typeof value === 'number') return format.number(value)
      if (typeof value === 'boolean') return text(value ? 'facts.yes' : 'facts.no')
      return text(`activity.choices.${key}.${value}`, { defaultValue: String(value) })
    },
  }
}
