import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '../../platform/texts.ts'
import { AccessContext, useAccess } from '../../ui/access.ts'
import { api } from './api.ts'
import { setLanguage } from './i18n.ts'

/** The language of the screens; of whoever is signed in also that of what the program writes to them. */
export function useLanguage(): [string, (language: Locale) => Promise<void>] {
  const { i18n } = useTranslation()
  const isSignedIn = useContext(AccessContext) !== undefined
  const choose = async (locale: Locale) => {
    await setLanguage(locale)
    if (isSignedIn) await api.identity.updateMe.call({ locale })
  }
  return [i18n.language, choose]
}

/** The reader's workspaces, the one where they are, and going to another: from a clean page, as nothing of this one may stay. */
export function useWorkspaces() {
  const { workspaces, workspace } = useAccess()
  const enter = async (workspaceId: string) => {
    if (workspaceId === workspace.id) return
    await api.identity.session.enter.call({ workspaceId })
    window.location.assign('/')
  }
  return { workspaces, here: workspace.id, enter }
}
