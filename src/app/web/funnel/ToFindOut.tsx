import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { OpenTasks } from '../../../tasks/web/parts.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import classes from './funnel.module.css'

const shown = 5

/** The reader's own open tasks and those that are nobody's; nothing where there are none. */
export function ToFindOut() {
  const { t } = useTranslation()
  const open = useQuery(api.tasks.open.queryOptions({ input: { mine: true, limit: shown } }))
  if (open.isError) return <Failed error={open.error} retry={() => void open.refetch()} />
  if (!open.data?.tasks.length) return null
  return (
    <div className={classes.card}>
      <Section title={t('tasks.home')}>
        <OpenTasks {...open.data} />
      </Section>
    </div>
  )
}
