import { createBrowserRouter } from 'react-router'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'
import { SignedIn } from './session.tsx'

/** Every screen after signing in, loaded when first visited: `lazy` gives the module's `Component`. */
const screens = [{ path: '*', Component: NotFound }]

export const createRouter = () =>
  createBrowserRouter([
    {
      Component: SignedIn,
      HydrateFallback: () => null,
      children: [{ Component: Shell, children: screens }],
    },
  ])
