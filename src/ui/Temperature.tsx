import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'
import { temperatureColour, temperatureIcons, temperatureKeys } from './stages.ts'

/** Cold, warm or hot: icon and word; `compact` keeps the word for screen readers only. */
export function Temperature({ value, compact = false }: { value: string; compact?: boolean }) {
  const { t } = useTranslation()
  const key = temperatureKeys.find(each => each === value) ?? 'cold'
  const Icon = temperatureIcons[key]
  const word = t(`words.temperatures.${key}`)
  return (
    <span
      className={classes.temperature}
      style={{ color: temperatureColour(key, 'ink') }}
      title={compact ? word : undefined}
    >
      <Icon aria-hidden className={classes.icon} stroke={2} />
      {compact ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </span>
  )
}
