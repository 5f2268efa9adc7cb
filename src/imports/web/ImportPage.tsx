import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { Failed } from '../../ui/Failed.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { api, type ImportNow } from './api.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FormatStep } from './FormatStep.tsx'
import { RunStep } from './RunStep.tsx'
import { type Step, Steps } from './Steps.tsx'

const working = new Set(['checking', 'running', 'undoing'])

/** One import: how it is read, what its columns become, what will happen, and what happened. */
export function ImportPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const found = useQuery({
    ...api.imports.get.queryOptions({ input: { id } }),
    // The live updates tell sooner; this is for when their connection is down.
    refetchInterval: ({ state }) => (working.has(state.data?.state ?? '') ? 1500 : false),
  })
  const [search, setSearch] = useSearchParams()
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />
  const step = stepOf(found.data, search.get('step'))
  const go = (next: Step) => setSearch({ step: next })
  return (
    <Page
      title={found.data.fileName}
      back={
        <Anchor component={Link} to="/imports" size="sm">
          {t('imports.title')}
        </Anchor>
      }
    >
      <Steps step={step} reachable={reachable(found.data)} go={go} />
      {step === 'format' && <FormatStep job={found.data} next={() => go('columns')} />}
      {step === 'columns' && (
        <ColumnsStep job={found.data} back={() => go('format')} next={() => setSearch({})} />
      )}
      {step === 'check' && (
        <CheckStep job={found.data} back={() => go('columns')} next={() => setSearch({})} />
      )}
      {step === 'run' && <RunStep job={found.data} />}
    </Page>
  )
}

const before: Step[] = ['format', 'columns']

/** Where an import is by itself; until it runs one may go back. */
function stepOf({ state, changeSetId }: ImportNow, asked: string | null): Step {
  if (changeSetId) return 'run'
  const chosen = before.find(step => step === asked)
  if (chosen && state !== 'running') return chosen
  return state === 'mapped' ? 'format' : 'check'
}

const reachable = ({ changeSetId, state }: ImportNow): Step[] =>
  changeSetId ? [] : state === 'mapped' ? before : [...before, 'check']
