import { Alert, Button, Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { changesBetween, lifecycleChanges, scoreChanges } from '../../../lifecycle/definitionChanges.ts'
import type { Lifecycle } from '../../../lifecycle/model.ts'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useAccess } from '../../../ui/access.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useFunnelAddress, useFunnelInput } from '../funnelInView.ts'
import { BackToDefinitions } from './BackToDefinitions.tsx'
import { Changes } from './Changes.tsx'
import classes from './definitions.module.css'
import { FrameworkVersion } from './FrameworkVersion.tsx'
import { useFunnelShown } from './useDefinitions.ts'
import { useSavedDraft, versionsOf } from './useDraft.ts'
import { VersionHead } from './VersionHead.tsx'

type Version = Awaited<ReturnType<typeof api.lifecycle.versions.call>>['versions'][number]

/** Every version that was ever in force: who published it, why, what it changed, and the way back to it. */
export function VersionsPage() {
  const { t } = useTranslation()
  const input = useFunnelInput()
  const versions = useQuery(api.lifecycle.versions.queryOptions({ input }))
  const frameworks = useQuery(api.qualification.frameworks.queryOptions({ input }))
  const failed = [versions, frameworks].find(({ isError }) => isError)
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />
  if (!versions.data || !frameworks.data) return <Loading />
  const all = [
    ...versions.data.versions.map(version => ({
      at: version.publishedAt,
      item: <VersionItem key={`${version.kind} ${version.version}`} version={version} />,
    })),
    ...frameworks.data.versions.map((version, place, { [place + 1]: before }) => ({
      at: version.publishedAt,
      item: (
        <FrameworkVersion key={version.version} version={version} before={before} isInForce={place === 0} />
      ),
    })),
  ]
  return (
    <Page
      title={t('draft.versions')}
      about={t('draft.versionsAbout')}
      width="text"
      back={<BackToDefinitions />}
    >
      <ol className={classes.versions}>
        {all.sort((a, b) => b.at.localeCompare(a.at)).map(({ item }) => item)}
      </ol>
    </Page>
  )
}

function VersionItem({ version }: { version: Version }) {
  const { t } = useTranslation()
  const funnel = useFunnelShown()
  const [isOpen, setOpen] = useState(false)
  const [isTaken, setTaken] = useState(false)
  const inForce = version.kind === 'lifecycle' ? funnel?.lifecycleVersion : funnel?.scoreVersion
  const isInForce = inForce === version.version
  return (
    <li className={classes.versionItem}>
      <VersionHead
        title={t(`draft.kinds.${version.kind}`, { version: version.version })}
        isInForce={isInForce}
        note={version.note || (version.version === 1 ? t('draft.firstVersion') : '')}
        author={version.authorName}
        at={version.publishedAt}
      >
        <Republish version={version} onTaken={setTaken} />
      </VersionHead>
      {isTaken && <Taken version={version} />}
      {version.version > 1 && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{t('draft.whatChanged')}</summary>
          {isOpen && <Difference version={version} />}
        </details>
      )}
    </li>
  )
}

/** What the draft says now, and the ways on from it. */
function Taken({ version: { version } }: { version: Version }) {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  const inForce = useFunnelShown()
  const draft = useSavedDraft()?.draft
  const count = inForce && draft ? changesBetween(inForce, draft).length : 0
  return (
    <Alert variant="light" role="status" mt="xs" p="xs">
      <Text size="sm">
        {t('draft.takenUp', { version })} {t('draft.takenUpDiffers', { count })}
      </Text>
      <Group gap="xs" mt={6}>
        <Button component={Link} to={address('/definitions')} size="compact-sm">
          {t('draft.seeDraft')}
        </Button>
        {count > 0 && (
          <Button component={Link} to={address('/definitions/preview')} size="compact-sm" variant="default">
            {t('draft.preview')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

function Difference({ version: { kind, version } }: { version: Version }) {
  const input = useFunnelInput()
  const is = useQuery(api.lifecycle.version.queryOptions({ input: { ...input, kind, version } })).data?.body
  const was = useQuery(
    api.lifecycle.version.queryOptions({ input: { ...input, kind, version: version - 1 } }),
  ).data?.body
  if (!is || !was) return <Loading rows={2} />
  const changes =
    kind === 'lifecycle'
      ? lifecycleChanges(was as Lifecycle, is as Lifecycle)
      : scoreChanges(was as ScoreModel, is as ScoreModel)
  return <Changes changes={changes} />
}

type RepublishProps = { version: Version; onTaken: (isTaken: boolean) => void }

/** Puts what that version said into the draft, which otherwise stays as it is: it is looked at and previewed before it counts again. */
function Republish({ version: { kind, version }, onTaken }: RepublishProps) {
  const input = useFunnelInput()
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const funnel = useFunnelShown()
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || !funnel) return null
  const takeUp = async () => {
    try {
      const { body } = await api.lifecycle.version.call({ ...input, kind, version })
      const { draft } = await api.lifecycle.draft.call(input)
      const { lifecycle, score } = draft ?? funnel
      const basedOn = versionsOf(draft ?? funnel)
      const before = { lifecycle, score, framework: draft?.framework, basedOn }
      const save = async (definitions: typeof before, revision: number) => {
        const saved = await api.lifecycle.saveDraft.call({ ...input, ...definitions, revision })
        await queries.invalidateQueries({ queryKey: ['lifecycle'] })
        return saved.draft.revision
      }
      const revision = await save({ ...before, ...pick(kind, body) }, draft?.revision ?? 0)
      onTaken(true)
      toasts.done(t('draft.takenUp', { version }), async () => {
        await save(before, revision)
        onTaken(false)
      })
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
