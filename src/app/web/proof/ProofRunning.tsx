import { Loader, Progress, Text } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { steps } from '../../../proof/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { Working } from '../../../ui/Working.tsx'
import classes from './proof.module.css'
import type { AskedProof } from './useProof.ts'

/** What the worker is at, step by step; of the contacts it looks at, how many. */
export function ProofRunning({ proof: { step, done, total } }: { proof: AskedProof }) {
  const { t } = useTranslation()
  return (
    <Working role="status">
      <Text fw={600} size="lg">
        {t('proof.running')}
      </Text>
      <Text c="dimmed">{t('proof.runningAbout')}</Text>
      <Progress
        value={total ? (100 * done) / total : 0}
        animated={step === 'learning'}
        aria-label={t(`proof.steps.${step}`)}
      />
      <Steps at={step} done={done} total={total} />
    </Working>
  )
}

function Steps({ at, done, total }: { at: AskedProof['step']; done: number; total: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const many = { done: format.number(done), total: format.number(total) }
  return (
    <ol className={classes.steps}>
      {steps.map((step, place) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {step === at && <Loader size={14} aria-hidden />}
          {step !== at &&
            (place < steps.indexOf(at) ? (
              <IconCheck aria-hidden size={15} color="var(--gain-ink)" />
            ) : (
              <IconPoint aria-hidden size={15} />
            ))}
          <span>{t(`proof.steps.${step}`)}</span>
          {step === 'looking' && total > 0 && <span>{t('proof.progress', many)}</span>}
        </li>
      ))}
    </ol>
  )
}
