import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { OnThisPage, type PagePart } from './OnThisPage.tsx'
import classes from './pages.module.css'

type PageProps = {
  title: string
  /** One sentence under the title. */
  about?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** Above the title: where one comes from. */
  back?: ReactNode
  /** `wide` uses the whole window (lists); `text` keeps a line readable. */
  width?: 'wide' | 'normal' | 'text'
  /** What is in it, where it is long. */
  parts?: PagePart[]
  children: ReactNode
}

/** One screen: its title (also the browser tab's), its actions, its content. */
export function Page({ title, about, actions, back, width = 'normal', parts, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Embudo`
  }, [title])
  return (
    <div className={classes.page} data-width={width}>
      {back}
      <header className={classes.head}>
        <div>
          <Title order={1}>{title}</Title>
          {about && <Text c="dimmed">{about}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {parts && <OnThisPage parts={parts} />}
      {children}
    </div>
  )
}

export function Section({
  title,
  about,
  actions,
  children,
}: Pick<PageProps, 'title' | 'about' | 'actions' | 'children'>) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.sectionHead}>
        <div>
          <Title order={2}>{title}</Title>
          {about && (
            <Text c="dimmed" size="sm">
              {about}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </header>
      {children}
    </section>
  )
}
