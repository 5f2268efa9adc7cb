import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { criteriaContract } from '../../criteria/contract.ts'
import type { Framework } from '../../lifecycle/frameworks.ts'
import { createApi } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { qualifiedWhen } from '../judging.ts'

const api = createApi({ criteria: criteriaContract })

/** How many the framework would qualify today, with the answers that there are. */
export function HowManyQualify({ framework }: { framework: Framework }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [where] = useDebouncedValue(JSON.stringify(qualifiedWhen(framework)), 350)
  const found = useQuery(
    api.criteria.matching.queryOptions({
      input: { about: 'contact', where: JSON.parse(where) },
      placeholderData: keepPreviousData,
      retry: false,
    }),
  )
  if (!found.data) return null
  const { count, more } = found.data
  const number = format.number(count)
  return (
    <Text size="sm" c="dimmed" mt={4} aria-live="polite">
      {t(more ? 'frameworks.manyQualify' : 'frameworks.qualify', { count, number })}
    </Text>
  )
}
