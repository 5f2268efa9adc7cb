import { Group, Text, Title } from '@mantine/core'
import { type Icon, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './pages.module.css'

type EmptyProps = {
  title: string
  about?: ReactNode
  icon?: Icon
  /** 1 when it is the whole page. */
  level?: 1 | 2
  children?: ReactNode
}

/** Nothing here yet: says why, and offers the next step as children. */
export function Empty({ title, about, icon: Picture = IconInbox, level = 2, children }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Picture aria-hidden size={36} stroke={1.3} />
      <Title order={level} size="h2">
        {title}
      </Title>
      {about && <Text c="dimmed">{about}</Text>}
      {children && (
        <Group justify="center" gap="xs" mt="xs">
          {children}
        </Group>
      )}
    </div>
  )
}
