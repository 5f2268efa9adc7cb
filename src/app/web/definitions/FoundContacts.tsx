import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhoItIs as Whose } from '../../../contacts/contract.ts'
import { WhoItIs } from '../../../contacts/web/parts.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { ScoreBar } from '../../../ui/ScoreBar.tsx'
import classes from './preview.module.css'

type Found = Whose & { contactId: string; name: string; total: number; wasTotal?: number }

type Query = {
  error: unknown
  refetch: () => Promise<unknown>
  hasNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  isFetchingNextPage: boolean
}

type Props<T extends Found> = {
  query: Query
  contacts?: T[]
  link: (contact: T, called: ReactNode) => ReactNode
}

/** Those who would go one way, page by page. */
export function FoundContacts<T extends Found>({ query, contacts, link }: Props<T>) {
  const { t } = useTranslation()
  if (!contacts && query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!contacts) return <Loading rows={3} />
  return (
    <div className={classes.movers}>
      <ul>
        {contacts.map(each => (
          <li key={each.contactId}>
            <WhoItIs
              name={each.name}
              doing={each.doing}
              where={each.where}
              link={called => link(each, called)}
            />
            <Scores {...each} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('preview.more')}
        </Button>
      )}
    </div>
  )
}

function Scores({ total, wasTotal = total }: Found) {
  return (
    <span className={classes.scores}>
      {wasTotal !== total && (
        <Text span size="xs" c="dimmed">
          {wasTotal} →
        </Text>
      )}
      <ScoreBar total={total} width={48} />
    </span>
  )
}
