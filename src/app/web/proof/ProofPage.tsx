import { Button } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../imports/web/Notice.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { InFunnel } from '../definitions/InFunnel.tsx'
import { ProofResult } from './ProofResult.tsx'
import { ProofRunning } from './ProofRunning.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { type Question, useQuestion } from './question.ts'
import { type AskedProof, useAskProof, useNewestProof } from './useProof.ts'

/** Whether the score predicts what it is for, which facts would give the answer away, and a score learnt from the outcomes. */
export function ProofPage() {
  const { t } = useTranslation()
  const newest = useNewestProof()
  if (newest.isPending) return <Loading />
  if (newest.isError) return <Failed error={newest.error} retry={() => void newest.refetch()} />
  return (
    <Page
      title={t('proof.title')}
      about={
        <>
          {t('proof.about')} <GuideLink page="proof" />
        </>
      }
    >
      <Asking proof={newest.data.proof} />
    </Page>
  )
}

function Asking({ proof }: { proof?: AskedProof }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const ask = useAskProof()
  const [question, change] = useQuestion(proof?.question)
  const askFor = (asked: Question) => {
    change(asked)
    ask.mutate(asked)
  }
  const isRunning = proof?.state === 'running'
  const isWrong = question.period === 'days' && question.from > question.to
  return (
    <>
      {can('definitions.manage') && (
        <InFunnel funnel={question.funnel}>
          <QuestionForm question={question} onChange={change}>
            <Button
              onClick={() => ask.mutate(question)}
              loading={ask.isPending}
              disabled={isRunning || isWrong}
            >
              {t('proof.ask')}
            </Button>
          </QuestionForm>
        </InFunnel>
      )}
      {isRunning && <ProofRunning proof={proof} />}
      {proof?.state === 'failed' && <WentWrong proof={proof} />}
      {proof?.result && (
        <InFunnel funnel={proof.question.funnel}>
          <ProofResult proof={proof} result={proof.result} onAsk={askFor} question={question} />
        </InFunnel>
      )}
      {!proof && (
        <Empty icon={IconTargetArrow} title={t('proof.never.title')} about={t('proof.never.about')} />
      )}
    </>
  )
}

export function WentWrong({ proof: { error } }: { proof: AskedProof }) {
  const text = useAnyText()
  return <Notice kind="wrong">{error && text(`errors.${error.code}`, error.params)}</Notice>
}
