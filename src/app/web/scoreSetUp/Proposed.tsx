import { Button, Group, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Likeness } from '../../../proof/contract.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import { useFunnelInView } from '../funnelInView.ts'
import { WentWrong } from '../proof/ProofPage.tsx'
import { ProofRunning } from '../proof/ProofRunning.tsx'
import { formOf } from '../proof/question.ts'
import { type AskedProof, useAskProof, useNewestProof } from '../proof/useProof.ts'
import { isTaken, placeOf, withProposed } from './proposed.ts'
import classes from './scoreSetUp.module.css'
import { useProfile } from './useProfile.ts'

/** What tells the present customers from the rest, to be taken into the form below with one press. */
export function Proposed() {
  const { t } = useTranslation()
  const newest = useNewestProof()
  const funnel = useFunnelInView()
  const proof = newest.data?.proof
  return (
    <section className={classes.proposed} aria-labelledby="proposed">
      <div>
        <Title order={3} size="h4" id="proposed">
          {t('scoreSetUp.proposed.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('scoreSetUp.proposed.about')}
        </Text>
      </div>
      {newest.isPending && <Loading rows={2} />}
      {newest.isError && <Failed error={newest.error} retry={() => void newest.refetch()} />}
      {newest.data && <Asked proof={proof?.question.funnel === funnel ? proof : undefined} />}
    </section>
  )
}

function Asked({ proof }: { proof?: AskedProof }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ask = useAskProof()
  const { timeZone } = use(RegionContext)
  const funnel = useFunnelInView() ?? ''
  if (proof?.state === 'running') return <ProofRunning proof={proof} />
  const profile = proof?.result?.profile
  return (
    <>
      {proof?.state === 'failed' && <WentWrong proof={proof} />}
      {profile && profile.length === 0 && <Text size="sm">{t('proof.profile.none')}</Text>}
      {profile && profile.length > 0 && <Likenesses profile={profile} />}
      <Group gap="sm">
        <Button
          size="xs"
          variant={proof ? 'subtle' : 'filled'}
          loading={ask.isPending}
          onClick={() => ask.mutate({ ...formOf(proof?.question, timeZone), funnel })}
        >
          {t(proof ? 'scoreSetUp.proposed.again' : 'scoreSetUp.proposed.ask')}
        </Button>
        <Button component={Link} to="/proof#profile" size="xs" variant="subtle">
          {t('scoreSetUp.proposed.question')}
        </Button>
        {proof?.finishedAt && (
          <Text size="xs" c="dimmed">
            {t('scoreSetUp.proposed.when', { when: format.relative(proof.finishedAt) })}
          </Text>
        )}
      </Group>
    </>
  )
}

const shownAtFirst = 5

function Likenesses({ profile: proposed }: { profile: Likeness[] }) {
  const { t } = useTranslation()
  const { profile, change } = useProfile('ideal')
  const [opened, { open }] = useDisclosure(proposed.length <= shownAtFirst + 1)
  const left = proposed.filter(({ isRepeated, when }) => !isRepeated && !isTaken(profile, when))
  return (
    <>
      <ul className={classes.likenesses}>
        {(opened ? proposed : proposed.slice(0, shownAtFirst)).map(likeness => (
          <Line key={JSON.stringify(likeness.when)} likeness={likeness} />
        ))}
      </ul>
      <Group gap="sm">
        {!opened && (
          <Button size="xs" variant="subtle" onClick={open}>
            {t('scoreSetUp.proposed.more', { count: proposed.length - shownAtFirst })}
          </Button>
        )}
        {left.length > 1 && (
          <Button
            size="xs"
            variant="default"
            onClick={() => change(before => left.reduce(withProposed, before))}
          >
            {t('scoreSetUp.proposed.all', { count: left.length })}
          </Button>
        )}
      </Group>
    </>
  )
}

function Line({ likeness }: { likeness: Likeness }) {
  const { t } = useTranslation()
  const { profile, change } = useProfile('ideal')
  const { when, isRepeated } = likeness
  const fact = useWholeSentence()(when)
  const aspect = placeOf(profile, when)?.aspect
  const where = aspect && t(`scoreSetUp.aspects.${aspect}`)
  const add = where ? t('scoreSetUp.proposed.add', { where }) : t('scoreSetUp.proposed.addOther')
  return (
    <li>
      <div className={classes.likeness}>
        <Text size="sm" fw={600}>
          {fact}
        </Text>
        <Text size="xs" c="dimmed">
          <RestsOn likeness={likeness} /> {isRepeated && `${t('proof.profile.repeated')}.`}
        </Text>
      </div>
      {isTaken(profile, when) ? (
        <Text size="sm" c="dimmed" className={classes.taken}>
          <IconCheck size={15} stroke={1.8} aria-hidden />
          {where ? t('scoreSetUp.proposed.taken', { where }) : t('scoreSetUp.proposed.takenOther')}
        </Text>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('scoreSetUp.proposed.addOne', { add, fact })}
          onClick={() => change(before => withProposed(before, likeness))}
        >
          {add}
        </Button>
      )}
    </li>
  )
}

function RestsOn({ likeness: { share, shareOfRest, times, people } }: { likeness: Likeness }) {
  const { t } = useTranslation()
  const format = useFormat()
  return t(`scoreSetUp.proposed.${shareOfRest > 0 ? 'line' : 'onlyThey'}`, {
    ...{ share: format.percent(share), rest: format.percent(shareOfRest), count: people },
    ...{ times: format.number(Math.round(10 * times) / 10), people: format.number(people) },
  })
}
