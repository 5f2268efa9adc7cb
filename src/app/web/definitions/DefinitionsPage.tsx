import { Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageColour, stageKey } from '../../../ui/stages.ts'
import classes from './definitions.module.css'
import { Rule } from './Rule.tsx'
import { ScoreDefinition } from './ScoreDefinition.tsx'
import { type Definition, useDefinitions } from './useDefinitions.ts'

/** The stages and the score in force, in words. `#prospect` goes to that stage, `#score` to the score. */
export function DefinitionsPage() {
  const { t } = useTranslation()
  const definitions = useDefinitions()
  useJump(definitions.isSuccess)
  if (definitions.isPending) return <Loading />
  if (definitions.isError)
    return <Failed error={definitions.error} retry={() => void definitions.refetch()} />
  return (
    <Page title={t('definitions.title')} about={t('definitions.about')} width="text">
      {definitions.data.funnels.map(funnel => (
        <FunnelDefinition key={funnel.id} funnel={funnel} isAlone={definitions.data.funnels.length === 1} />
      ))}
    </Page>
  )
}

/** The browser jumps before the page is there; jumps again when it is. */
function useJump(ready: boolean) {
  const { hash } = useLocation()
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [ready, hash])
}

function FunnelDefinition({ funnel, isAlone }: { funnel: Definition; isAlone: boolean }) {
  const { t } = useTranslation()
  const version = useVersion()
  const { stages, outside } = funnel.lifecycle
  return (
    <>
      {!isAlone && <Title order={2}>{funnel.name}</Title>}
      <Section title={t('definitions.stages')} about={t('definitions.stagesAbout')}>
        <p className={classes.version}>{version(funnel.lifecycleVersion, funnel.lifecyclePublishedAt)}</p>
        {stages.map(stage => (
          <StageDefinition key={stage.key} stage={stage} />
        ))}
        {outside && (
          <article className={classes.stage}>
            <Title order={3}>{t('definitions.outside')}</Title>
            <p className={classes.lead}>{t('definitions.outsideAbout')}</p>
            <Rule rule={outside} />
          </article>
        )}
      </Section>
      <ScoreDefinition score={funnel.score} version={version(funnel.scoreVersion, funnel.scorePublishedAt)} />
    </>
  )
}

function useVersion() {
  const { t } = useTranslation()
  const format = useFormat()
  return (version: number, at: string) => t('definitions.version', { version, date: format.date(at) })
}

type Stage = Definition['lifecycle']['stages'][number]

function StageDefinition({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const key = stageKey(stage.key)
  return (
    <article
      id={stage.key}
      className={classes.stage}
      style={{ borderInlineStartColor: stageColour(key, 'fill') }}
    >
      <header className={classes.head}>
        <StageBadge stage={stage.key} size="lg" />
      </header>
      {key && <p className={classes.lead}>{t(`definitions.becomes.${key}`)}</p>}
      <Rule rule={stage.entry} />
      {stage.organizationEntry && (
        <>
          <p className={classes.lead}>{t('definitions.organizations')}</p>
          <Rule rule={stage.organizationEntry} />
        </>
      )}
      <dl className={classes.facts}>
        <dt>{t('definitions.who')}</dt>
        <dd>{t(`definitions.responsible.${stage.responsible}`)}</dd>
        {key && (
          <>
            <dt>{t('definitions.what')}</dt>
            <dd>{t(`definitions.does.${key}`)}</dd>
          </>
        )}
      </dl>
    </article>
  )
}
