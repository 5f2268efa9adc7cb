import { Alert } from '@mantine/core'
import { type Icon, IconAlertTriangle, IconBulb, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './imports.module.css'

const kinds: Record<'good' | 'neutral' | 'question' | 'wrong', { color: string; icon: Icon }> = {
  good: { color: 'teal', icon: IconBulb },
  neutral: { color: 'gray', icon: IconHelpCircle },
  question: { color: 'orange', icon: IconHelpCircle },
  wrong: { color: 'red', icon: IconAlertTriangle },
}

type NoticeProps = { kind: keyof typeof kinds; title?: string; children?: ReactNode }

/** Something to know before going on; its colour is never all that tells it. */
export function Notice({ kind, title, children }: NoticeProps) {
  const { color, icon: Picture } = kinds[kind]
  return (
    <Alert
      color={color}
      icon={<Picture aria-hidden />}
      title={title}
      role={kind === 'wrong' ? 'alert' : 'status'}
      classNames={{ root: classes.notice, title: classes.noticeTitle }}
    >
      {children}
    </Alert>
  )
}
