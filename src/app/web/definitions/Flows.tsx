import { Anchor, UnstyledButton } from '@mantine/core'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconChevronDown } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { PreviewResult } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { BothReceipts } from './BothReceipts.tsx'
import { countOf } from './FlowPicture.tsx'
import { FoundContacts } from './FoundContacts.tsx'
import classes from './preview.module.css'
import { StageOfDraft } from './StageOfDraft.tsx'

type Flow = PreviewResult['flows'][number]

const nowhere = 'none'

/** Each way that somebody would go, with who they are. The open one is in the address. */
export function Flows({ result }: { result: PreviewResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [params, setParams] = useSearchParams()
  const input = useFunnelInput()
  const rank = (key: string | null) => result.stages.findIndex(({ stage }) => key !== null && stage === key)
  const isOpen = ({ from, to }: Flow) =>
    params.get('from') === (from ?? nowhere) && params.get('to') === (to ?? nowhere)
  const toggle = (flow: Flow) => {
    const opened = { ...input, from: flow.from ?? nowhere, to: flow.to ?? nowhere }
    setParams(isOpen(flow) ? { ...input } : opened, { replace: true })
  }
  return (
    <ul className={classes.flows}>
      {result.flows.map(flow => (
        <li key={`${flow.from} ${flow.to}`}>
          <UnstyledButton className={classes.flow} aria-expanded={isOpen(flow)} onClick={() => toggle(flow)}>
            <Direction up={rank(flow.to) > rank(flow.from)} />
            <StageOfDraft stage={flow.from} />
            <IconArrowRight size={15} aria-label={t('preview.to')} role="img" />
            <StageOfDraft stage={flow.to} />
            <span className={classes.count}>
              {format.number(countOf(flow))}
              {flow.people > 0 && flow.organizations > 0 && (
                <small>
                  {t('preview.organizations', {
                    count: flow.organizations,
                    number: format.number(flow.organizations),
                  })}
                </small>
              )}
            </span>
            <IconChevronDown size={16} aria-hidden className={classes.chevron} />
          </UnstyledButton>
          {isOpen(flow) && <Movers flow={flow} />}
        </li>
      ))}
    </ul>
  )
}

function Direction({ up }: { up: boolean }) {
  const { t } = useTranslation()
  const Icon = up ? IconArrowUpRight : IconArrowDownRight
  return <Icon size={17} stroke={2} role="img" aria-label={t(up ? 'preview.up' : 'preview.down')} />
}

/** Those who would go one way, the most promising first; each opens its two receipts. */
function Movers({ flow: { from, to } }: { flow: Flow }) {
  const [shown, setShown] = useState<{ id: string; name: string; kind: 'person' | 'organization' }>()
  const ends = { ...useFunnelInput(), from: from ?? undefined, to: to ?? undefined }
  const query = useInfiniteQuery(
    api.lifecycle.wouldMove.infiniteOptions({
      input: (after: string | undefined) => ({ ...ends, after, limit: 25 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
    }),
  )
  return (
    <>
      <FoundContacts
        query={query}
        contacts={query.data?.pages.flatMap(page => page.moves)}
        link={({ contactId: id, name, kind }, called) => (
          <Anchor component="button" type="button" onClick={() => setShown({ id, name, kind })}>
            {called}
          </Anchor>
        )}
      />
      {shown && <BothReceipts contact={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}
