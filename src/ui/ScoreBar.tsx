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
  const both = Math.max(1, (fit ?? 0) + (engagement ?? 0))
  const label = parts ? t('words.score.parts', { total, fit, engagement }) : t('words.score.of', { total })
  return (
    <span className={classes.score} role="img" aria-label={label} title={label}>
      <span className={classes.number}>{total}</span>
      <span className={classes.track} style={{ width }}>
        {parts ? (
          <>
            <span className={classes.fit} style={{ width: `${(total * fit) / both}%` }} />
            <span className={classes.engagement} style={{ width: `${(total * engagement) / both}%` }} />
          </>
        ) : (
          <span className={classes.fit} style={{ width: `${total}%` }} />
        )}
      </span>
    </span>
  )
}
