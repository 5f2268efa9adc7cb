import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../../activity/web/parts.tsx'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useStageName } from '../../../ui/stageWords.ts'
import { api } from '../api.ts'
import { useCatalogue } from '../lists/source.ts'
import classes from './segments.module.css'

type Trait = Awaited<ReturnType<typeof api.segments.common.call>>['traits'][number]

/** What is clearly commoner among those in the segment than among the rest. */
export function Common({ id, isFilling }: { id: string; isFilling: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const common = useQuery(api.segments.common.queryOptions({ input: { id }, enabled: !isFilling }))
  return (
    <Section title={t('segments.common')} about={t('segments.commonAbout')}>
      {common.isLoading && <Loading rows={4} />}
      {common.isError && <Failed error={common.error} />}
      {common.data?.traits.length === 0 && (
        <Text size="sm" c="dimmed">
          {common.data.of && common.data.rest
            ? t('segments.nothingCommon', {
                ...{ of: format.number(common.data.of), rest: format.number(common.data.rest) },
                count: common.data.rest,
              })
            : t('segments.nobodyToCompare')}
        </Text>
      )}
      <ul className={classes.rows}>
        {common.data?.traits.map(trait => (
          <TraitShown key={`${trait.key} ${trait.value}`} trait={trait} />
        ))}
      </ul>
    </Section>
  )
}

function TraitShown({ trait }: { trait: Trait }) {
  const { t } = useTranslation()
  const format = useFormat()
  const named = useTraitName()
  const { count, share, shareOfRest } = trait
  const shares = { share: format.percent(share), rest: format.percent(shareOfRest) }
  return (
    <li className={classes.trait}>
      {named(trait)}{' '}
      <Text span size="xs" c="dimmed">
        {t('segments.trait', { ...shares, count, number: format.number(count) })}
      </Text>
      <div className={classes.bars} aria-hidden>
        <div className={classes.bar} style={{ width: `${share * 100}%` }} />
        <div className={classes.rest} style={{ width: `${shareOfRest * 100}%` }} />
      </div>
    </li>
  )
}

function useTraitName() {
  const { t } = useTranslation()
  const text = useAnyText()
  const stage = useStageName()
  const event = useEventName()
  const { fields } = useCatalogue()
  const { label, value } = useFieldTexts()
  return (trait: Trait): string => {
    if (trait.key === 'stage') return `${t('filter.asks.stage')}: ${stage(trait.value)}`
    if (trait.key === 'did') return `${t('filter.did')}: ${event(trait.value)}`
    if (trait.key === 'roles') return `${t('filter.asks.role')}: ${text(`contacts.roles.${trait.value}`)}`
    if (trait.key === 'tags') return `${t('filter.asks.tag')}: ${trait.value}`
    const field = fields.find(({ key }) => key === trait.key)
    if (!field) return `${trait.key}: ${trait.value}`
    const given = field.type === 'boolean' ? trait.value === 'true' : trait.value
    return `${label(field)}: ${value(field, given)}`
  }
}
