import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { type Access, AccessContext } from '../../ui/access.ts'
import { problemOf } from '../../ui/client.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failed } from '../../ui/Failed.tsx'
import { RegionContext } from '../../ui/format.ts'
import { followChanges } from '../../ui/live.ts'
import { api } from './api.ts'
import { followed } from './followed.ts'

/** Everything below is for a person who has signed in: knows who, where, and what they may do. */
export function SignedIn() {
  const { t } = useTranslation()
  const session = useQuery(api.identity.me.queryOptions())
  const region = useRegion(session.data?.workspace)
  useLive(session.isSuccess)
  if (session.isPending) return null
  if (problemOf(session.error)?.status === 401) return <ToSignIn />
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />
  const { user, workspace, role, permissions } = session.data
  if (!workspace || !role)
    return <Empty title={t('app.noWorkspace.title')} about={t('app.noWorkspace.about')} />
  return (
    <AccessContext value={{ user, workspace, role, permissions }}>
      <RegionContext value={region}>
        <Outlet />
      </RegionContext>
    </AccessContext>
  )
}

/** What is on screen follows what happens, for as long as one is signed in. */
function useLive(on: boolean) {
  const queries = useQueryClient()
  useEffect(() => (on ? followChanges(queries, followed) : undefined), [queries, on])
}

/** Remembers where one wanted to go. */
function ToSignIn() {
  const { pathname, search } = useLocation()
  const to = pathname === '/' ? '' : `?${new URLSearchParams({ to: pathname + search })}`
  return <Navigate to={`/sign-in${to}`} replace />
}

function useRegion({
  timeZone,
  currency,
}: Pick<Access['workspace'], 'timeZone' | 'currency'> = unknownRegion) {
  return useMemo(() => ({ timeZone, currency }), [timeZone, currency])
}

const unknownRegion = { timeZone: 'Europe/Madrid', currency: 'EUR' }

export function useSignOut() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await api.identity.session.signOut.call()
    queries.clear()
    await navigate('/sign-in')
  }
}
