import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './imports.module.css'

export type Step = 'file' | 'format' | 'columns' | 'check' | 'run'

const steps: Step[] = ['file', 'format', 'columns', 'check', 'run']

/** Where one is; steps that can be gone to are buttons. */
export function Steps({ step, reachable, go }: { step: Step; reachable: Step[]; go: (step: Step) => void }) {
  const { t } = useTranslation()
  const at = steps.indexOf(step)
  return (
    <nav aria-label={t('imports.steps.label')}>
      <ol className={classes.steps}>
        {steps.map((each, i) => (
          <li key={each} data-done={i < at || undefined} aria-current={each === step ? 'step' : undefined}>
            <button
              type="button"
              disabled={each === step || !reachable.includes(each)}
              onClick={() => go(each)}
            >
              <span className={classes.stepMark} aria-hidden>
                {i < at ? <IconCheck size={13} stroke={2.4} /> : i + 1}
              </span>
              {t(`imports.steps.${each}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
