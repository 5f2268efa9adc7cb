import { Anchor, Text, UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PreviewResult } from '../../../lifecycle/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { FoundContacts } from './FoundContacts.tsx'
import classes from './preview.module.css'

type Judged = NonNullable<PreviewResult['verdicts']>[number]

const order = ['qualified', 'not_yet', 'research', 'disqualified'] as const

/** How many would have another verdict. */
export const rejudgedIn = ({ verdicts = [] }: PreviewResult): number =>
  sumOf(verdicts, ({ from, to }) => from !== to)

const sumOf = (all: Judged[], which: (each: Judged) => boolean) =>
  all.filter(which).reduce((sum, { count }) => sum + count, 0)

/** Who would be judged otherwise, where the draft changes how people are qualified. */
export function Verdicts({ result }: { result: PreviewResult }) {
  const { t } = useTranslation()
  const { verdicts } = result
  const [open, setOpen] = useState<string>()
  if (!verdicts) return null
  const changing = verdicts.filter(({ from, to }) => from !== to)
  return (
    <Section title={t('preview.verdicts')} about={t('preview.verdictsAbout')}>
      <BeforeAfter
        what={t('preview.verdict')}
        rows={order.map(verdict => ({
          key: verdict,
          shown: t(`qualification.verdicts.${verdict}`),
          before: sumOf(verdicts, ({ from }) => from === verdict),
          after: sumOf(verdicts, ({ to }) => to === verdict),
        }))}
      />
      {changing.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('preview.noVerdicts')}
        </Text>
      )}
      <ul className={classes.flows}>
        {changing.map(each => {
          const key = `${each.from} ${each.to}`
          return (
            <Way
              key={key}
              way={each}
              isOpen={open === key}
              onToggle={() => setOpen(open === key ? undefined : key)}
            />
          )
        })}
      </ul>
    </Section>
  )
}

function Way({ way, isOpen, onToggle }: { way: Judged; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { from, to, count } = way
  return (
    <li>
      <UnstyledButton className={classes.flow} aria-expanded={isOpen} onClick={onToggle}>
        <span>{t(`qualification.verdicts.${from}`)}</span>
        <IconArrowRight size={15} aria-label={t('preview.to')} role="img" />
        <span>{t(`qualification.verdicts.${to}`)}</span>
        <span className={classes.count}>{format.number(count)}</span>
        <IconChevronDown size={16} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      {isOpen && <Rejudged way={way} />}
    </li>
  )
}

/** Those whose verdict would go one way, the most promising first. */
function Rejudged({ way: { from, to } }: { way: Judged }) {
  const ends = { ...useFunnelInput(), from, to }
  const query = useInfiniteQuery(
    api.lifecycle.wouldBeJudged.infiniteOptions({
      input: (after: string | undefined) => ({ ...ends, after, limit: 25 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.next,
    }),
  )
  return (
    <FoundContacts
      query={query}
      contacts={query.data?.pages.flatMap(page => page.contacts)}
      link={({ contactId }, called) => (
        <Anchor component={Link} to={`/contacts/${contactId}`}>
          {called}
        </Anchor>
      )}
    />
  )
}
