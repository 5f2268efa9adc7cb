import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { questionOf } from '../../contacts/questions.ts'
import type { Framework, FrameworkItem } from '../../lifecycle/frameworks.ts'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import classes from './qualification.module.css'
import { useQuestionTexts } from './questionTexts.ts'

/** `fieldName` names a fact of the contact, where the workspace has it. */
type Props = { framework: Framework; fieldName: (key: string) => string | undefined }

/** What a framework asks: each question in both languages, how it counts, and what confirms or denies it. */
export function FrameworkQuestions({ framework, fieldName }: Props) {
  return (
    <ol className={classes.asked}>
      {framework.items.map(item => (
        <li key={item.question}>
          <Asked item={item} framework={framework} fieldName={fieldName} />
        </li>
      ))}
    </ol>
  )
}

function Asked({ item, framework, fieldName }: Props & { item: FrameworkItem }) {
  const { t, i18n } = useTranslation()
  const here = useQuestionTexts(framework)
  const other = i18n.language === 'en' ? 'es' : 'en'
  const there = useQuestionTexts(framework, other)
  const settled = useSettled(fieldName)
  const { question, letter, weight } = item
  return (
    <>
      <Text size="sm" fw={600}>
        {letter && <span className={classes.letter}>{letter}</span>}
        {here.name(question)}
        {weight !== 'counts' && (
          <Text span size="xs" c="dimmed" fw={400}>
            {' · '}
            {t(`frameworks.weights.${weight}`)}
          </Text>
        )}
      </Text>
      <Text size="sm">{here.aloud(question)}</Text>
      <Text size="sm" c="dimmed" lang={other}>
        {there.name(question)}: {there.aloud(question)}
      </Text>
      <Text size="xs" c="dimmed">
        {settled(question)}
      </Text>
    </>
  )
}

/** What confirms a question and what denies it. */
function useSettled(fieldName: Props['fieldName']) {
  const { t } = useTranslation()
  const text = useAnyText()
  const format = useFormat()
  return (key: string): string => {
    const { field, isCounted, confirmedBy, deniedBy } = questionOf(key)
    const values = (keys: readonly string[] = []) =>
      format.list(keys.map(each => text(`contacts.options.${each}`).toLowerCase()))
    if (isCounted) return t('frameworks.settled.counted')
    if (confirmedBy)
      return t('frameworks.settled.values', { confirmed: values(confirmedBy), denied: values(deniedBy) })
    const name = field && fieldName(field)
    return name ? t('frameworks.settled.field', { field: name }) : t('frameworks.settled.byHand')
  }
}
