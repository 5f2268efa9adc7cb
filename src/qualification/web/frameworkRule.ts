import { useTranslation } from 'react-i18next'
import type { Framework } from '../../lifecycle/frameworks.ts'
import { useFormat } from '../../ui/format.ts'
import { useQuestionTexts } from './questionTexts.ts'

/** Whom a framework qualifies, in a sentence. */
export function useFrameworkRule(framework: Framework): string {
  const { t } = useTranslation()
  const format = useFormat()
  const texts = useQuestionTexts(framework)
  const { items, least } = framework
  const named = (weight: (typeof items)[number]['weight']) =>
    format.list(
      items
        .filter(each => each.weight === weight)
        .map(({ question }) => t('criteria.answer.own', { question: texts.name(question) })),
    )
  const [musts, notDenied] = [named('must'), named('not_denied')]
  const parts = [
    t('frameworks.rule.least', { count: least, all: items.length }),
    ...(musts ? [t('frameworks.rule.musts', { questions: musts })] : []),
    ...(notDenied ? [t('frameworks.rule.notDenied', { questions: notDenied })] : []),
  ]
  return `${parts.join(', ')}.`
}
