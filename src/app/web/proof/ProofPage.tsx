import { Button } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../imports/web/Notice.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { RegionContext } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { InFunnel } from '../definitions/InFunnel.tsx'
import { ProofResult } from './ProofResult.tsx'
import { ProofRunning } from './ProofRunning.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { type Question, questionOf, useQuestion } from './question.ts'

export type AskedProof = NonNullable<Awaited<ReturnType<typeof api.proof.newest.call>>['proof']>

/** Whether the score predicts what it is for, which facts would give the answer away, and a score learnt from the outcomes. */
export function ProofPage() {
  const { t } = useTranslation()
  const newest = useQuery({
    ...api.proof.newest.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (state.data?.proof?.state === 'running' ? 1000 : false),
  })
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
  const ask = useAsk()
  const [question, change] = useQuestion(proof?.question)
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
              {t(proof ? 'proof.again' : 'proof.ask')}
            </Button>
          </QuestionForm>
        </InFunnel>
      )}
      {isRunning && <ProofRunning proof={proof} />}
      {proof?.state === 'failed' && <WentWrong proof={proof} />}
      {proof?.result && (
        <InFunnel funnel={proof.question.funnel}>
          <ProofResult proof={proof} result={proof.result} onAsk={ask.mutate} question={question} />
        </InFunnel>
      )}
      {!proof && (
        <Empty icon={IconTargetArrow} title={t('proof.never.title')} about={t('proof.never.about')} />
      )}
    </>
  )
}

function useAsk() {
  const queries = useQueryClient()
  const { failed } = useToasts()
  const { timeZone } = useContext(RegionContext)
  return useMutation({
    mutationFn: (question: Question) => api.proof.ask.call(questionOf(question, timeZone)),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.proof.key() }),
    onError: failed,
  })
}

function WentWrong({ proof: { error } }: { proof: AskedProof }) {
  const text = useAnyText()
  return <Notice kind="wrong">{error && text(`errors.${error.code}`, error.params)}</Notice>
}
