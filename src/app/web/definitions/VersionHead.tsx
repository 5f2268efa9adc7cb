import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'

type Props = {
  title: string
  isInForce: boolean
  note: string
  /** Without one the program itself published it. */
  author: string | null
  at: string
  children: ReactNode
}

/** Of one published version: what it is, why, by whom and when. */
export function VersionHead({ title, isInForce, note, author, at, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Group gap="xs" justify="space-between" align="flex-start">
      <div>
        <Text fw={600}>
          {title} {isInForce && <Badge>{t('draft.inForce')}</Badge>}
        </Text>
        <Text size="sm">{note}</Text>
        <Text size="xs" c="dimmed">
          {author ?? t('draft.byProgram')} · {format.dateTime(at)}
        </Text>
      </div>
      {!isInForce && children}
    </Group>
  )
}
