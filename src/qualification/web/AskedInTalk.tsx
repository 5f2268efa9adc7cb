import { Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryAnswer } from '../../activity/web/parts.tsx'
import type { Kind } from '../../contacts/fields.ts'
import { saysNothing } from '../../contacts/questions.ts'
import { AnswerInput, type Part } from './AnswerInput.tsx'
import { api, type Shown } from './api.ts'
import classes from './qualification.module.css'
import { useQuestionTexts } from './questionTexts.ts'

type Props = {
  contact: { id: string; kind: Kind }
  /** By the framework of this funnel; the main one when absent. */
  funnel?: string
  answers: EntryAnswer[]
  onChange: (answers: EntryAnswer[]) => void
}

/** The questions still open, the next best first, to be answered with the conversation that is being written down. */
export function AskedInTalk({ contact, funnel, answers, onChange }: Props) {
  const { t } = useTranslation()
  const input = { id: contact.id, ...(funnel && { funnel }) }
  const shown = useQuery(api.qualification.get.queryOptions({ input })).data
  const [count, setCount] = useState(1)
  if (!shown || shown.verdict === 'disqualified') return null
  const open = openIn(shown)
  const isAnswered = (question: string) => answers.some(each => each.question === question)
  const asked = open.filter((question, place) => place < count || isAnswered(question))
  const change = (question: string, answer: EntryAnswer | undefined) =>
    onChange([...answers.filter(each => each.question !== question), ...(answer ? [answer] : [])])
  return (
    <Stack gap="xs">
      {asked.map(question => (
        <Asked
          key={question}
          {...{ shown, question, kind: contact.kind }}
          answer={answers.find(each => each.question === question)}
          onChange={answer => change(question, answer)}
        />
      ))}
      {asked.length < open.length && (
        <Button size="compact-xs" variant="subtle" w="fit-content" onClick={() => setCount(asked.length + 1)}>
          {t('qualification.another')}
        </Button>
      )}
    </Stack>
  )
}

function openIn({ items, next }: Shown): string[] {
  const open = items.filter(
    ({ state, isCounted }) => !isCounted && state !== 'confirmed' && state !== 'negative',
  )
  return open.map(({ question }) => question).sort((a, b) => Number(b === next) - Number(a === next))
}

type AskedProps = {
  shown: Shown
  question: string
  kind: Kind
  answer: EntryAnswer | undefined
  onChange: (answer: EntryAnswer | undefined) => void
}

function Asked({ shown, question, kind, answer, onChange }: AskedProps) {
  const { t } = useTranslation()
  const id = useId()
  const texts = useQuestionTexts(shown.framework)
  return (
    <Stack gap="xs" role="group" aria-labelledby={id} className={classes.form}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fs="italic" id={id}>
          {texts.aloud(question)}
        </Text>
        {answer && (
          <CloseButton
            size="sm"
            aria-label={t('qualification.takeAway')}
            onClick={() => onChange(undefined)}
          />
        )}
      </Group>
      <AnswerInput
        {...{ question, kind }}
        draft={answer ?? {}}
        error={
          answer?.state && saysNothing({ ...answer, state: answer.state })
            ? t('qualification.empty')
            : undefined
        }
        onChange={part => onChange(laidOver(question, answer, part))}
      />
    </Stack>
  )
}

/** What is said is confirmed unless it is said otherwise; what is said no more is no answer. */
function laidOver(question: string, answer: EntryAnswer | undefined, part: Part): EntryAnswer | undefined {
  const { state, value } = { ...answer, ...part }
  if ('value' in part && value === undefined && state === 'confirmed') return undefined
  return { question, state: state ?? 'confirmed', value }
}
