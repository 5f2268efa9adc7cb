import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import type { Locale } from '../../platform/texts.ts'
import { type Access, AccessContext } from '../../ui/access.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failed } from '../../ui/Failed.tsx'
import { RegionContext } from '../../ui/format.ts'
import { followChanges } from '../../ui/live.ts'
import { api } from './api.ts'
import { InFunnel } from './definitions/InFunnel.tsx'
import { followed } from './followed.ts'
import { chosenLanguage, setLanguage } from './i18n.ts'
import { useOwnTexts } from './ownWords.ts'

/** Everything below is for a person who has signed in: knows who, where, and what they may do. */
export function SignedIn() {
  const session = useQuery(api.identity.session.read.queryOptions())
  const me = session.data?.me
  const region = useRegion(me?.workspace)
  useLive(me?.workspace !== undefined)
  useOwnLanguage(me?.user.locale)
  if (session.isPending) return null
  if (session.isError) return <Failed error={session.error} retry={() => void session.refetch()} />
  if (!me) return <ToSignIn />
  const { user, workspace, role, permissions, workspaces, publicUrl } = me
  if (!workspace || !role) return <NoWorkspace />
  return (
    <AccessContext value={{ user, workspace, role, permissions, workspaces, publicUrl }}>
      <RegionContext value={region}>
        <InFunnel>
          <OwnTexts />
          <Outlet />
        </InFunnel>
      </RegionContext>
    </AccessContext>
  )
}

/** Asks for the definitions, which only who is somewhere may read. */
function OwnTexts() {
  useOwnTexts()
  return null
}

/** Left or taken out of the last one: nothing to see, but a way out. */
function NoWorkspace() {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return (
    <Empty title={t('app.noWorkspace.title')} about={t('app.noWorkspace.about')}>
      <Button variant="default" onClick={signOut}>
        {t('app.menu.signOut')}
      </Button>
    </Empty>
  )
}

/** The language of the reader's profile, unless they chose another in this browser. */
function useOwnLanguage(locale: Locale | undefined) {
  useEffect(() => {
    if (locale && !chosenLanguage()) void setLanguage(locale)
  }, [locale])
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
    // What was half written about somebody is nobody else's to find.
    sessionStorage.clear()
    await navigate('/sign-in')
  }
}
