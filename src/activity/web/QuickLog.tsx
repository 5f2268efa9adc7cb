import { Button, Group, Kbd, Paper } from '@mantine/core'
import {
  IconBriefcase,
  IconCalendarEvent,
  IconFileText,
  IconMessage,
  IconNote,
  IconPhone,
  IconShoppingBag,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { LogForm, type LogProps } from './LogForm.tsx'
import { type LogKind, logKinds } from './logEntry.ts'

const icons = {
  note: IconNote,
  call: IconPhone,
  meeting: IconCalendarEvent,
  message: IconMessage,
  proposal: IconFileText,
  opportunity: IconBriefcase,
  purchase: IconShoppingBag,
}
const keys: Record<LogKind, string> = {
  note: 'n',
  call: 'c',
  meeting: 'm',
  message: 'w',
  proposal: 'r',
  opportunity: 'o',
  purchase: 'p',
}

/** Writes down what has just happened with a contact, in two or three keys. */
export function QuickLog(props: LogProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<LogKind>()
  useShortcuts(
    logKinds.map(each => ({
      keys: keys[each],
      label: t(`quickLog.${each}.begin`),
      also: t('quickLog.also'),
      done: 'often',
      run: () => setKind(each),
    })),
  )

  return (
    <Paper p="sm" component="section" aria-label={t('quickLog.title')}>
      <Group gap={6}>
        {logKinds.map(each => {
          const Icon = icons[each]
          return (
            <Button
              key={each}
              size="xs"
              variant={kind === each ? 'light' : 'subtle'}
              color={kind === each ? undefined : 'gray'}
              leftSection={<Icon size={16} aria-hidden />}
              aria-expanded={kind === each}
              aria-keyshortcuts={keys[each]}
              onClick={() => setKind(kind === each ? undefined : each)}
            >
              {t(`quickLog.${each}.title`)}
              <Kbd size="xs" ml={6} visibleFrom="md" aria-hidden>
                {keys[each]}
              </Kbd>
            </Button>
          )
        })}
      </Group>
      {kind && <LogForm key={kind} kind={kind} {...props} onClose={() => setKind(undefined)} />}
    </Paper>
  )
}
