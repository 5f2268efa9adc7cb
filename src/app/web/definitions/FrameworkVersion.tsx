import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import type { api } from '../api.ts'
import { useFrameworkChanges } from '../frameworks/useFrameworkChanges.ts'
import { useFrameworkActs, useFrameworkName, useLibrary } from '../frameworks/useFrameworks.ts'
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
  const changesBetween = useFrameworkChanges()
  const was = before?.framework ?? library?.readyMade[0]
  const changes = was ? changesBetween(was, framework) : []
  return (
    <li className={classes.versionItem}>
      <VersionHead
        title={t('draft.qualification', { version, name })}
        isInForce={isInForce}
        note={note}
        author={published.authorName}
        at={published.publishedAt}
      >
        <GoBack framework={framework} />
      </VersionHead>
      {changes.length > 0 && (
        <details>
          <summary>{t('draft.whatChanged')}</summary>
          <ul className={classes.changes}>
            {changes.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** Puts it in force again, as the next version. */
function GoBack({ framework }: Pick<Version, 'framework'>) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const funnel = useFunnelShown()
  const use = useLibrary().data?.uses.find(use => use.funnel === funnel?.key)
  const canEdit = useAccess().can('definitions.manage')
  if (!canEdit || !use) return null
  return (
    <Button size="compact-sm" variant="default" onClick={() => void acts.use(use, framework).catch(() => {})}>
      {t('draft.useAgain')}
    </Button>
  )
}
