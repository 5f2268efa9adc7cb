import { Anchor, Button, Group, Loader, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { IconBan, IconCircleCheck, IconProgress, IconZoomQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Kind } from '../../contacts/fields.ts'
import { Failed } from '../../ui/Failed.tsx'
import { GuideLink } from '../../ui/GuideLink.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { api, type Shown } from './api.ts'
import { Deciders } from './Deciders.tsx'
import { Disqualified } from './Disqualified.tsx'
import { DisqualifyForm } from './DisqualifyForm.tsx'
import { NextQuestion } from './NextQuestion.tsx'
import { QuestionList } from './QuestionList.tsx'
import classes from './qualification.module.css'
import { useQualifying } from './qualifying.ts'
import { useQuestionTexts } from './questionTexts.ts'

type Props = {
  contact: {
    id: string
    kind: Kind
    ownerId: string | null
    deletedAt: string | null
    identities: { kind: string }[]
    organizations: unknown[]
  }
  canWrite: boolean
  /** By the framework of this funnel; the main one when absent, where one is disqualified too. */
  funnel?: string
  /** Whoever has bought is not asked what one asks before. */
  isSold: boolean
  /** Opens the merge with another contact, where one may. */
  onMerge?: () => void
}

/** How far a contact is qualified: the verdict and why, the question to ask next, and every answer, written where it stands. */
export function QualificationCard({ contact, canWrite, ...more }: Props) {
  const { t } = useTranslation()
  const titleId = useId()
  const { funnel } = more
  const input = { id: contact.id, ...(funnel && { funnel }) }
  const found = useQuery(api.qualification.get.queryOptions({ input }))
  const writable = canWrite && contact.deletedAt === null
  return (
    <Paper p="md" component="section" aria-labelledby={titleId}>
      <Group gap={4} mb="sm">
        <Title order={2} id={titleId}>
          {t('qualification.title')}
        </Title>
        <GuideLink page="two-steps" part="talking" />
      </Group>
      {found.isPending && <Loader size="sm" />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Qualified shown={found.data} contact={contact} writable={writable} {...more} />}
    </Paper>
  )
}

type QualifiedProps = Pick<Props, 'contact' | 'isSold' | 'onMerge' | 'funnel'> & {
  shown: Shown
  writable: boolean
}

function Qualified({ shown, contact, writable, isSold, onMerge, funnel }: QualifiedProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string>()
  const [isLeaving, setLeaving] = useState(false)
  const { disqualify, requalify } = useQualifying(contact.id)
  const next = shown.items.find(({ question }) => question === shown.next)
  const isOut = shown.verdict === 'disqualified'
  const also = t('qualification.also')
  const out = { label: t('qualification.disqualify'), also, run: () => setLeaving(true) }
  const back = { label: t('qualification.requalify'), also, run: () => requalify.mutate() }
  const leaveFor = (act: () => void) => {
    setLeaving(false)
    act()
  }
  const decides = writable && !funnel
  useShortcuts(decides ? [isOut ? back : out] : [])
  return (
    <Stack gap="sm">
      <Verdict shown={shown} />
      {shown.disqualification && (
        <Disqualified id={contact.id} disqualification={shown.disqualification} writable={decides} />
      )}
      {isSold && <Text size="sm">{t('qualification.sold')}</Text>}
      {!isOut && !isSold && next && writable && opened !== next.question && (
        <NextQuestion
          item={next}
          framework={shown.framework}
          byMail={contact.identities.some(({ kind }) => kind === 'email')}
          onAnswer={() => setOpened(next.question)}
        />
      )}
      {(!isOut || shown.decides === 'no') && !isSold && <Deciders {...{ shown, contact, writable }} />}
      <QuestionList shown={shown} contact={contact} writable={writable} opened={opened} onOpen={setOpened} />
      {decides && !isOut && (
        <Group>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLeaving(true)}>
            {t('qualification.disqualify')}
          </Button>
        </Group>
      )}
      {isLeaving && (
        <DisqualifyForm
          {...{ shown, contact }}
          onMerge={onMerge && (() => leaveFor(onMerge))}
          onSave={disqualify.mutateAsync}
          onClose={() => setLeaving(false)}
        />
      )}
    </Stack>
  )
}

const icons = {
  qualified: IconCircleCheck,
  not_yet: IconProgress,
  research: IconZoomQuestion,
  disqualified: IconBan,
}
const states = { qualified: 'confirmed', not_yet: 'open', research: 'open', disqualified: 'negative' }

function Verdict({ shown }: { shown: Shown }) {
  const { t } = useTranslation()
  const { framework, confirmed, verdict } = shown
  const texts = useQuestionTexts(framework)
  const Icon = icons[verdict]
  return (
    <Stack gap={6}>
      <Group gap="sm" justify="space-between">
        <span className={classes.verdict}>
          <Icon size={20} aria-hidden className={classes.icon} data-state={states[verdict]} />
          {t(`qualification.verdicts.${verdict}`)}
        </span>
        <Anchor component={Link} to="/definitions/frameworks" size="xs" c="dimmed">
          {texts.framework}
        </Anchor>
      </Group>
      <Progress
        value={Math.min(100, (100 * confirmed) / framework.least)}
        color={verdict === 'qualified' ? 'teal' : 'gray'}
        size="sm"
        aria-label={t('qualification.progress', { confirmed, least: framework.least })}
      />
      <Text size="sm">{useWhy(shown)}</Text>
    </Stack>
  )
}

/** The receipt of the verdict: how many of how many, and what stands in the way. */
function useWhy({ framework, confirmed, against, reachable, verdict }: Shown): string {
  const { t } = useTranslation()
  const texts = useQuestionTexts(framework)
  const parts = [
    t('qualification.confirmedOf', { count: confirmed, least: framework.least, all: framework.items.length }),
    ...against.map(question => t('qualification.isAgainst', { question: texts.name(question) })),
    ...(reachable || verdict === 'qualified' ? [] : [t('qualification.outOfReach')]),
  ]
  return parts.join(' ')
}
