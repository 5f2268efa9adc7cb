import { useTranslation } from 'react-i18next'
import classes from './badges.module.css'

type Score = {
  /** Whole points, 0 to 100. */
  total: number
  fit?: number
  engagement?: number
}

/** The score out of 100; with fit and engagement the bar shows about what each of them gives to it. */
export function ScoreBar({ total, fit, engagement, width = 64 }: Score & { width?: number }) {
  const { t } = useTranslation()
  const parts = fit !== undefined && engagement !== undefined
  const label = parts ? t('words.score.parts', { total, fit, engagement }) : t('words.score.of', { total })
  return (
    <span className={classes.score} role="img" aria-label={label} title={label}>
      <span className={classes.number}>{total}</span>
      <span className={classes.track} style={{ width }}>
        {parts ? (
          <>
            <span className={classes.fit} style={{ width: `${fitIn(total, fit, engagement)}%` }} />
            <span
              className={classes.engagement}
              style={{ width: `${total - fitIn(total, fit, engagement)}%` }}
            />
          </>
        ) : (
          <span className={classes.fit} style={{ width: `${total}%` }} />
        )}
      </span>
    </span>
  )
}

const tooNear = 10

/**
 * Points of the total that fit gives, by the weight that the three numbers tell: it is another in each workspace. Where fit and
 * engagement are near, rounding would decide it, and either weighs half.
 */
export function fitIn(total: number, fit: number, engagement: number): number {
  const apart = fit - engagement
  const weight = Math.abs(apart) < tooNear ? 0.5 : (total - engagement) / apart
  return Math.min(total, Math.max(0, weight * fit))
}
