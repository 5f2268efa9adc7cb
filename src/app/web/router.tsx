import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject, useParams } from 'react-router'
import { isUuid } from '../../platform/ids.ts'
import { InAddressedFunnel } from './definitions/InFunnel.tsx'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'
import { SignedIn } from './session.tsx'

const screen = (
  path: string,
  load: () => Promise<RouteObject['Component']>,
  children?: RouteObject[],
): RouteObject => ({
  path,
  children,
  lazy: async () => ({ Component: await load() }),
})

/** A screen about one thing; an address that cannot be anything's id is no screen. */
function screenOf(path: string, load: () => Promise<ComponentType>): RouteObject {
  return screen(path, async () => {
    const Found = await load()
    return function OfId() {
      return isUuid(useParams().id ?? '') ? <Found /> : <NotFound list={path.split('/')[0]} />
    }
  })
}

/** A screen of the definitions, about the funnel that its address names. */
const definitions = (path: string, load: () => Promise<ComponentType>): RouteObject =>
  screen(path, async () => {
    const Found = await load()
    return function OfFunnel() {
      return (
        <InAddressedFunnel>
          <Found />
        </InAddressedFunnel>
      )
    }
  })

const screens = [
  { index: true, lazy: async () => ({ Component: (await import('./funnel/HomePage.tsx')).HomePage }) },
  screen('start', async () => (await import('./entry/StartPage.tsx')).StartPage),
  definitions('definitions', async () => (await import('./definitions/DefinitionsPage.tsx')).DefinitionsPage),
  screen('proof', async () => (await import('./proof/ProofPage.tsx')).ProofPage),
  definitions(
    'definitions/score',
    async () => (await import('./scoreSetUp/ScoreSetUpPage.tsx')).ScoreSetUpPage,
  ),
  definitions('definitions/preview', async () => (await import('./definitions/PreviewPage.tsx')).PreviewPage),
  definitions(
    'definitions/past',
    async () => (await import('./definitions/PastFunnelPage.tsx')).PastFunnelPage,
  ),
  definitions(
    'definitions/versions',
    async () => (await import('./definitions/VersionsPage.tsx')).VersionsPage,
  ),
  screen(
    'definitions/frameworks',
    async () => (await import('./frameworks/FrameworksPage.tsx')).FrameworksPage,
  ),
  screen('guide', async () => (await import('./guide/GuideIndexPage.tsx')).GuideIndexPage),
  screen('guide/:page', async () => (await import('./guide/GuidePage.tsx')).GuidePage),
  screen('account', async () => (await import('./entry/AccountPage.tsx')).AccountPage),
  screen('settings', async () => (await import('./settings/SettingsPage.tsx')).SettingsPage, [
    screen('workspace', async () => (await import('./settings/WorkspaceSettings.tsx')).WorkspaceSettings),
    screen('members', async () => (await import('./settings/Members.tsx')).Members),
    screen('fields', async () => (await import('./settings/Fields.tsx')).Fields),
    screen('events', async () => (await import('./settings/Signals.tsx')).Signals),
    screen('keys', async () => (await import('./settings/Keys.tsx')).Keys),
    screen('audit', async () => (await import('./settings/AuditLog.tsx')).AuditLog),
  ]),
  screen('contacts', async () => (await import('./lists/ContactListPage.tsx')).ContactListPage),
  screen('bin', async () => (await import('./bin/BinPage.tsx')).BinPage),
  screenOf('contacts/:id', async () => (await import('./contact/ContactPage.tsx')).ContactPage),
  screenOf('organizations/:id', async () => (await import('./contact/ContactPage.tsx')).ContactPage),
  screen('organizations', async () => (await import('./lists/ContactListPage.tsx')).OrganizationListPage),
  screen('segments', async () => (await import('./segments/SegmentsPage.tsx')).SegmentsPage),
  screenOf('segments/:id', async () => (await import('./segments/SegmentPage.tsx')).SegmentPage),
  screen('reports', async () => (await import('./reports/DisqualifiedPage.tsx')).DisqualifiedPage),
  screen('imports', async () => (await import('../../imports/web/ImportsPage.tsx')).ImportsPage),
  screenOf('imports/:id', async () => (await import('../../imports/web/ImportPage.tsx')).ImportPage),
  { path: '*', Component: NotFound },
]

const entries = [
  screen('set-up', async () => (await import('./entry/SetUpPage.tsx')).SetUpPage),
  screen('sign-in', async () => (await import('./entry/SignInPage.tsx')).SignInPage),
  screen('reset', async () => (await import('./entry/ResetPage.tsx')).ResetPage),
  screen('invitation', async () => (await import('./entry/InvitationPage.tsx')).InvitationPage),
]

export const routes: RouteObject[] = [
  {
    HydrateFallback: () => null,
    children: [...entries, { Component: SignedIn, children: [{ Component: Shell, children: screens }] }],
  },
]

export const createRouter = () => createBrowserRouter(routes)
