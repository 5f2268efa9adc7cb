import { Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Logo } from '../Logo.tsx'
import { Choices } from '../UserMenu.tsx'
import classes from './entry.module.css'

/** The card that one meets before being inside: setting up, signing in, an invitation. */
export function EntryFrame({
  title,
  about,
  children,
}: {
  title: string
  about?: ReactNode
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Embudo`
  }, [title])
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <Logo />
        <Choices compact />
      </header>
      <main className={classes.main} id="content">
        <Title order={1}>{title}</Title>
        {about && <p className={classes.about}>{about}</p>}
        {children}
      </main>
    </div>
  )
}
