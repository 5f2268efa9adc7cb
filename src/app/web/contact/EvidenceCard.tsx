import { Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { api } from '../api.ts'
import classes from './contact.module.css'

/** The rows of files that the contact came from, as they were; nothing when it came another way. */
export function EvidenceCard({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const evidence = useQuery(api.lists.evidence.queryOptions({ input: { id } }))
  const { data = [] } = evidence
  if (evidence.isError) return <Failed error={evidence.error} retry={() => void evidence.refetch()} />
  if (data.length === 0) return null
  return (
    <Paper p="md" component="section" aria-labelledby="evidence-title">
      <Title order={2} id="evidence-title" mb="sm">
        {t('contactPage.evidence')}
      </Title>
      {data.map(({ importId, fileName, line, importedAt, cells }) => (
        <details key={`${importId} ${line}`} className={classes.evidence}>
          <summary>
            {t('contactPage.row', { file: fileName, line: format.number(line) })}
            <Text span size="xs" c="dimmed" ml={6}>
              {format.date(importedAt)}
            </Text>
          </summary>
          <dl className={classes.cells}>
            {cells.map(({ header, text }) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </Paper>
  )
}
