import { Anchor, Group, Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { WhoItIs as Who } from '../../contacts/contract.ts'
import { WhoItIs } from '../../contacts/web/parts.tsx'
import { createApi, problemOf } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { StageBadge } from '../../ui/StageBadge.tsx'
import { criteriaContract } from '../contract.ts'
import type { Criteria } from '../criteria.ts'
import { type About, useEditing } from './editing.ts'
import classes from './editor.module.css'
import type { Catalogue } from './FilterBar.tsx'
import { criteriaOf, kept } from './rows.ts'
import { useSentence } from './useSentence.ts'

const api = createApi({ criteria: criteriaContract })

/** What is not finished is left out of the sentence, the count and the sample. */
export function Matching({ about }: { about: About }) {
  const { root, problems, catalogue } = useEditing()
  const { t } = useTranslation()
  const where = criteriaOf(
    kept(root, row => !problems.has(row.id) && !('inner' in row && problems.has(row.inner.id))),
  )
  return (
    <WhoMatches whose={about} where={where} catalogue={catalogue}>
      {problems.size > 0 && (
        <Text className={classes.problem}>{t('criteriaEditor.unfinished', { count: problems.size })}</Text>
      )}
    </WhoMatches>
  )
}

type Props = { whose: About; where: Criteria; catalogue: Catalogue; children?: ReactNode }

/** A criterion as a sentence, how many it selects and some of them. */
export function WhoMatches({ whose: about, where, catalogue, children }: Props) {
  const sentence = useSentence(catalogue)
  const asking = JSON.stringify({ about, where })
  const [asked] = useDebouncedValue(asking, 350)
  const found = useQuery(
    api.criteria.matching.queryOptions({
      input: JSON.parse(asked),
      placeholderData: keepPreviousData,
      retry: false,
    }),
  )
  const refused = problemOf(found.error)
  const isOfBefore = found.isPlaceholderData || asked !== asking
  return (
    <div className={classes.foot}>
      <Text size="sm" className={classes.sentence}>
        {sentence(where)}.
      </Text>
      {children}
      {refused && <Text className={classes.problem}>{refused.message}</Text>}
      {found.data && !refused && <Found {...found.data} about={about} isOfBefore={isOfBefore} />}
    </div>
  )
}

type FoundProps = {
  about: About
  /** Of the criterion as it was: the new count is on its way. */
  isOfBefore: boolean
  count: number
  more: boolean
  sample: (Who & { id: string; kind: string; name: string; stage: string | null })[]
}

function Found({ about, isOfBefore, count, more, sample }: FoundProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const number = format.number(count)
  return (
    <>
      <Group gap={8} aria-busy={isOfBefore}>
        <Text size="sm" fw={600} aria-live="polite">
          {more
            ? t(`criteriaEditor.moreThan.${about}`, { number })
            : t(`criteriaEditor.count.${about}`, { count, number })}
        </Text>
        {isOfBefore && <Loader size={12} />}
      </Group>
      <div className={classes.sample}>
        {sample.map(({ id, kind, stage, ...who }) => (
          <span key={id} className={classes.match}>
            <WhoItIs
              {...who}
              link={name => (
                <Anchor
                  component={Link}
                  size="sm"
                  target="_blank"
                  to={`/${kind === 'organization' ? 'organizations' : 'contacts'}/${id}`}
                >
                  {name}
                </Anchor>
              )}
            />
            <StageBadge stage={stage} size="sm" />
          </span>
        ))}
      </div>
    </>
  )
}
