import { Badge, Button, Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lifecycleChanges, scoreChanges } from '../../../lifecycle/definitionChanges.ts'
import type { Lifecycle } from '../../../lifecycle/model.ts'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { BackToDefinitions } from './BackToDefinitions.tsx'
import { Changes } from './Changes.tsx'
import classes from './definitions.module.css'
import { useMainFunnel } from './useDraft.ts'

type Version = Awaited<ReturnType<typeof api.lifecycle.versions.call>>['versions'][number]

/** Every version that was ever in force: who published it, why, what it changed, and the way back to it. */
export function VersionsPage() {
  const { t } = useTranslation()
  const versions = useQuery(api.lifecycle.versions.queryOptions({ input: {} }))
  if (versions.isPending) return <Loading />
  if (versions.isError) return <Failed error={versions.error} retry={() => void versions.refetch()} />
  return (
    <Page
      title={t('draft.versions')}
      about={t('draft.versionsAbout')}
      width="text"
      back={<BackToDefinitions />}
    >
      <ol className={classes.versions}>
        {versions.data.versions.map(version => (
          <VersionItem key={`${version.kind} ${version.version}`} version={version} />
        ))}
      </ol>
    </Page>
  )
}

function VersionItem({ version }: { version: Version }) {
  const { t } = useTranslation()
  const funnel = useMainFunnel()
  const [isOpen, setOpen] = useState(false)
  const inForce = version.kind === 'lifecycle' ? funnel?.lifecycleVersion : funnel?.scoreVersion
  const isInForce = inForce === version.version
  return (
    <li className={classes.versionItem}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>
            {t(`draft.kinds.${version.kind}`, { version: version.version })}{' '}
            {isInForce && <Badge>{t('draft.inForce')}</Badge>}
          </Text>
          <Text size="sm">{version.note || (version.version === 1 ? t('draft.firstVersion') : '')}</Text>
          <Text size="xs" c="dimmed">
            {version.authorName ?? t('draft.byProgram')} · <Moment at={version.publishedAt} absolute />
          </Text>
        </div>
        {!isInForce && <Republish version={version} />}
      </Group>
      {version.version > 1 && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{t('draft.whatChanged')}</summary>
          {isOpen && <Difference version={version} />}
        </details>
      )}
    </li>
  )
}

function Difference({ version: { kind, version } }: { version: Version }) {
  const is = useQuery(api.lifecycle.version.queryOptions({ input: { kind, version } })).data?.body
  const was = useQuery(api.lifecycle.version.queryOptions({ input: { kind, version: version - 1 } })).data
    ?.body
  if (!is || !was) return <Loading rows={2} />
  const changes =
    kind === 'lifecycle'
      ? lifecycleChanges(was as Lifecycle, is as Lifecycle)
      : scoreChanges(was as ScoreModel, is as ScoreModel)
  return <Changes changes={changes} />
}

/** Puts what that version said into the draft, which otherwise stays as it is: it is looked at and previewed before it counts again. */
function Republish({ version: { kind, version } }: { version: Version }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const funnel = useMainFunnel()
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || !funnel) return null
  const takeUp = async () => {
    try {
      const { body } = await api.lifecycle.version.call({ kind, version })
      const { draft } = await api.lifecycle.draft.call({})
      const { lifecycle, score, lifecycleVersion, scoreVersion } = draft ?? funnel
      const before = { lifecycle, score, basedOn: { lifecycleVersion, scoreVersion } }
      const save = async (definitions: typeof before, revision: number) => {
        const saved = await api.lifecycle.saveDraft.call({ ...definitions, revision })
        await queries.invalidateQueries({ queryKey: ['lifecycle'] })
        return saved.draft.revision
      }
      const revision = await save({ ...before, ...pick(kind, body) }, draft?.revision ?? 0)
      toasts.done(t('draft.takenUp', { version }), () => save(before, revision))
    } catch (error) {
      toasts.failed(error)
    }
  }
  return (
    <Button size="compact-sm" variant="default" onClick={() => void takeUp()}>
      {t('draft.takeUp')}
    </Button>
  )
}

const pick = (kind: Version['kind'], body: unknown) =>
  kind === 'lifecycle' ? { lifecycle: body as Lifecycle } : { score: body as ScoreModel }
