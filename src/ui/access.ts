import { createContext, useContext } from 'react'

/** Who reads the screens, in which workspace, and what they may do there. */
export type Access = {
  user: { id: string; name: string; email: string; locale: 'es' | 'en' }
  workspace: {
    id: string
    name: string
    market: string
    contactMeans: string
    timeZone: string
    currency: string
  }
  role: string
  /** All of the reader's workspaces. */
  workspaces: readonly { id: string; name: string }[]
  permissions: readonly string[]
  publicUrl?: string
}

export const AccessContext = createContext<Access | undefined>(undefined)

/** Where a link for somebody else begins: the address that is set, or the one by which the reader came in. */
export const useAddress = (): string => useAccess().publicUrl ?? window.location.origin

/** The reader's access; `can('contacts.write')` decides what is offered (the server decides what is allowed). */
export function useAccess() {
  const access = useContext(AccessContext)
  if (!access) throw new Error('useAccess outside the signed-in part of the application')
  return { ...access, can: (permission: string) => access.permissions.includes(permission) }
}
