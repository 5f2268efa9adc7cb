import { useQuery } from '@tanstack/react-query'
import { useAccess } from '../../ui/access.ts'
import { api } from './api.ts'

/** Who sells to people sees nothing of organisations until there is one; who sells to companies always does. */
export function useShowsOrganizations(): boolean {
  const { workspace, can } = useAccess()
  const sellsToPeople = workspace.market === 'b2c'
  const { data } = useQuery({
    ...api.lists.count.queryOptions({ input: { kind: 'organization' } }),
    enabled: sellsToPeople && can('contacts.read'),
  })
  return !sellsToPeople || (data?.count ?? 0) > 0
}
