import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { contactsWhere } from '../contactsWhere.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { atAStage, atNone, type FunnelReport } from './report.ts'

/** Everybody; and, since the bands add up to fewer, how many of them have a stage. */
export function HowMany({ report }: { report: FunnelReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [staged, outside] = [atAStage(report), atNone(report)]
  const number = format.number(staged + outside)
  if (outside === 0) return t('funnel.about', { count: staged, number })
  const { people, organizations } = report.outside
  const values = { number, staged: format.number(staged), outside: format.number(outside) }
  if (people === 0 || organizations === 0)
    return (
      <Trans
        i18nKey="funnel.aboutOutside"
        values={values}
        components={{ who: <AtNone kind={people > 0 ? 'person' : 'organization'} /> }}
      />
    )
  const counted = (kind: Kind, count: number) =>
    t(`criteriaEditor.count.${kind}`, { count, number: format.number(count) })
  return (
    <Trans
      i18nKey="funnel.aboutBothOutside"
      values={{
        ...values,
        people: counted('person', people),
        organizations: counted('organization', organizations),
      }}
      components={{ people: <AtNone kind="person" />, organizations: <AtNone kind="organization" /> }}
    />
  )
}

/** A list shows one kind: a number of both leads to none. */
function AtNone({ kind, children }: { kind: Kind; children?: ReactNode }) {
  const funnel = useFunnelInput()
  const to = contactsWhere({ is: 'stage', anyOf: ['none'], ...funnel }, kind)
  return (
    <Anchor component={Link} inherit underline="always" to={to}>
      {children}
    </Anchor>
  )
}
