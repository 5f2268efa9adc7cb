import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { qualificationChanges } from '../../../lifecycle/definitionChanges.ts'
import { useAccess } from '../../../ui/access.ts'
import type { api } from '../api.ts'
import { useFrameworkActs, useFrameworkName, useLibrary } from '../frameworks/useFrameworks.ts'
import { Changes } from './Changes.tsx'
import classes from './definitions.module.css'
import { useFunnelShown } from './useDefinitions.ts'
import { VersionHead } from './VersionHead.tsx'

type Answer = Awaited<ReturnType<typeof api.qualification.frameworks.call>>
type Version = Answer['versions'][number]
type Props = { version: Version; before?: Version; isInForce: boolean }

/** How the funnel qualified from a day on, what that changed, and the way back to it. */
export function FrameworkVersion({
  version: { version, framework, note, ...published },
  before,
  isInForce,
}: Props) {
  const { t } = useTranslation()
  const library = useLibrary().data
  const name = useFrameworkName()(framework)
  const was = before?.framework ?? library?.readyMade[0]
  const changes = was ? qualificationChanges(was, framework) : []
  return (
    <li className={classes.versionItem}>
      <VersionHead
        title={t('draft.qualification', { version, name })}
        isInForce={isInForce}
        note={note}
        author={published.authorName}
        at={published.publishedAt}
      >
        <TakeUp framework={framework} />
      </VersionHead>
      {changes.length > 0 && (
        <details>
          <summary>{t('draft.whatChanged')}</summary>
          <Changes changes={changes} />
        </details>
      )}
    </li>
  )
}

/** Puts it into the draft, which otherwise stays as it is. */
function TakeUp({ framework }: Pick<Version, 'framework'>) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const funnel = useFunnelShown()
  const use = useLibrary().data?.uses.find(use => use.funnel === funnel?.key)
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || !use) return null
  return (
    <Button size="compact-sm" variant="default" onClick={() => void acts.use(use, framework).catch(() => {})}>
      {t('draft.takeUp')}
    </Button>
  )
}
