import type { ReactNode } from 'react'
import classes from './pages.module.css'

type Props = { role?: 'status'; children: ReactNode }

/** Work that goes on while one looks: what it is at, and how far. */
export const Working = ({ role, children }: Props) => (
  <div className={classes.working} role={role}>
    {children}
  </div>
)
