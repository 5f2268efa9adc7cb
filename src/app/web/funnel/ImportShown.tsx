import { Text } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { Moment } from '../../../ui/Moment.tsx'
import classes from './funnel.module.css'
import type { Recent } from './whyMoved.ts'

type Brought = Extract<Recent, { import: unknown }>['import']

/** What one import brought: a line, however many they are. */
export function ImportShown({ brought: { id, fileName, at, added, updated } }: { brought: Brought }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { can } = useAccess()
  const title = t('funnel.broughtIn', { file: fileName })
  const told = [
    added > 0 && t('funnel.added', { count: added, number: number(added) }),
    updated > 0 && t('funnel.updated', { count: updated, number: number(updated) }),
  ].filter(Boolean)
  return (
    <div className={classes.move}>
      <span className={classes.moveHead}>
        {can('imports.run') ? (
          <Link to={`/imports/${id}`} className={classes.published}>
            {title}
          </Link>
        ) : (
          <span className={classes.published}>{title}</span>
        )}
        <span className={classes.quiet}>
          <Moment at={at} />
        </span>
      </span>
      <span className={classes.moveStages}>
        <IconTableImport aria-hidden size={15} stroke={1.8} color="var(--mantine-color-dimmed)" />
        <Text span size="xs" c="dimmed">
          {told.join(' ')}
        </Text>
      </span>
    </div>
  )
}
