import { useTranslation } from 'react-i18next'
import type { PreviewResult } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import classes from './preview.module.css'

/** How many have each score, before (outlined) and after (filled), in steps of five points. */
export function Totals({ totals }: { totals: PreviewResult['totals'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  // Most stand at the bottom; a root lets the few at the top be seen.
  const most = Math.sqrt(Math.max(1, ...totals.flatMap(({ before, after }) => [before, after])))
  const height = (count: number) => `${(100 * Math.sqrt(count)) / most}%`
  return (
    <figure className={classes.histogram} aria-label={t('preview.scores')}>
      <ol>
        {totals.map(({ from, before, after }) => {
          const label = t('preview.step', {
            ...{ from, to: from === 95 ? 100 : from + 4 },
            ...{ before: format.number(before), after: format.number(after) },
          })
          return (
            <li key={from} title={label}>
              <span className={classes.bars} aria-hidden>
                <span className={classes.barBefore} style={{ height: height(before) }} />
                <span className={classes.barAfter} style={{ height: height(after) }} />
              </span>
              <span className={classes.hidden}>{label}</span>
              <span className={classes.tick} aria-hidden>
                {from % 20 === 0 ? from : ''}
              </span>
            </li>
          )
        })}
      </ol>
      <figcaption>
        <span className={classes.keyBefore} aria-hidden /> {t('preview.before')}
        <span className={classes.keyAfter} aria-hidden /> {t('preview.after')}
      </figcaption>
    </figure>
  )
}
