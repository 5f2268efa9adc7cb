import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isPassing } from '../../../ui/client.ts'
import { Failed, useProblemText } from '../../../ui/Failed.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** A link that leads nowhere any more: what happened to it, and the way in for whoever has one. */
export function DeadLink({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation()
  const { what } = useProblemText()(error)
  if (isPassing(error)) return <Failed error={error} retry={retry} />
  return (
    <EntryFrame title={t('entry.deadLink.title')} about={what}>
      <Button component={Link} to="/" variant="default" fullWidth mt="md">
        {t('entry.deadLink.enter')}
      </Button>
    </EntryFrame>
  )
}
