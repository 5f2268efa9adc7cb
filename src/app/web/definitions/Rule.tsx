import { useTranslation } from 'react-i18next'
import type { Criteria } from '../../../criteria/criteria.ts'
import classes from './definitions.module.css'
import { useClause } from './useDefinitions.ts'

/** A criterion to be read: what is joined becomes a list, each thing in it a sentence. */
export function Rule({ rule }: { rule: Criteria }) {
  const { t } = useTranslation()
  const clause = useClause()
  const heading = useHeading()
  const [only, ...others] = partsOf(rule)
  if (only && !others.length) return <Rule rule={only} />
  if (!only)
    return <span className={classes.leaf}>{isEveryone(rule) ? t('definitions.everyone') : clause(rule)}</span>
  return (
    <div>
      <span className={classes.joint}>{heading(rule)}</span>
      <ul className={classes.parts}>
        {[only, ...others].map(part => (
          <li key={JSON.stringify(part)}>
            <Rule rule={part} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a rule joins; none for a leaf, whose sentence says it all. */
function partsOf(rule: Criteria): Criteria[] {
  if ('all' in rule) return rule.all
  if ('any' in rule) return isShort(rule.any) ? [] : rule.any
  return 'of' in rule ? rule.of : []
}

/** Alternatives that differ in one word read better in one sentence. */
const isShort = (rules: Criteria[]) =>
  rules.length <= 3 && rules.every(rule => 'field' in rule || 'is' in rule)

const isEveryone = (rule: Criteria) => 'all' in rule && rule.all.length === 0

function useHeading() {
  const { t } = useTranslation()
  return (rule: Criteria): string => {
    if ('any' in rule) return t('definitions.any')
    if ('of' in rule) return t('definitions.of', { least: rule.atLeast, count: rule.of.length })
    return t('definitions.all')
  }
}
