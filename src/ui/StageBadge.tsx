import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'
import { stageColour, stageIcon, stageKey } from './stages.ts'

/** A stage: its icon, its word, its colour. Null is "in no stage". For the definition behind it, wrap it in the lifecycle's `StageWithDefinition`. */
export function StageBadge({
  stage,
  size = 'md',
}: {
  stage: string | null | undefined
  size?: 'sm' | 'md' | 'lg'
}) {
  const { t } = useTranslation()
  const key = stageKey(stage)
  const Icon = stageIcon(key)
  return (
    <span
      className={classes.badge}
      data-size={size}
      style={{ color: stageColour(key, 'ink'), background: stageColour(key, 'wash') }}
    >
      <Icon aria-hidden className={classes.icon} stroke={1.9} />
      {t(`words.stages.${key ?? 'none'}`)}
    </span>
  )
}
