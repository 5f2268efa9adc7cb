import { Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassing, type Problem, problemOf } from './client.ts'
import classes from './pages.module.css'

/** What the reader is told about an error: what happened in their language, what to put right or to do, and for what is no mistake of theirs the id in the log. */
export function useProblemText() {
  const { t } = useTranslation()
  return useCallback(
    (error: unknown): { what: string; remedy: string; id?: string } => {
      const problem = problemOf(error)
      if (!problem) return { what: t('ui.failed.noAnswer'), remedy: t('ui.failed.tryAgain') }
      const key = remedyFor(problem)
      const indicated = [...new Set(problem.issues.map(({ message }) => message))].filter(
        message => message !== problem.message,
      )
      const remedy = key ? t(`ui.failed.${key}`) : indicated.join(' ')
      const id = problem.status >= 500 ? problem.requestId : undefined
      return { what: problem.message || t('ui.failed.unexpected'), remedy, id }
    },
    [t],
  )
}

function remedyFor({ status }: Problem) {
  if (status === 401) return 'signIn'
  if (status === 403) return 'askAdministrator'
  if (status === 404) return 'gone'
  if (status === 429 || status === 503) return 'wait'
  return status >= 500 ? 'report' : undefined
}

/** An error in place of the content, with what to do, a way to try again, and the id that finds it in the log. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const { what, remedy, id } = useProblemText()(error)
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle aria-hidden size={36} stroke={1.3} />
      <Title order={2}>{what}</Title>
      {remedy && <Text c="dimmed">{remedy}</Text>}
      {retry && isPassing(error) && (
        <Button variant="default" onClick={retry}>
          {t('ui.retry')}
        </Button>
      )}
      {id && <span className={classes.reference}>{t('ui.failed.id', { id })}</span>}
    </div>
  )
}
