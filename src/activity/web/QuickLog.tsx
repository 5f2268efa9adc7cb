import { Button, Group, Kbd, Paper, Text } from '@mantine/core'
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
import { useToasts } from '../../ui/toasts.tsx'
import { useKeptDraft } from './keptDraft.ts'
import { LogForm, type LogProps } from './LogForm.tsx'
import { type Draft, draftAs, type LogKind, logKinds, newDraft } from './logEntry.ts'

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

type Props = LogProps & { contactId: string; currency: string }

/** Writes down what has just happened with a contact, in two or three keys. What is half written stays when another kind is taken. */
export function QuickLog({ contactId, currency, onLog, ...props }: Props) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const [kind, setKind] = useState<LogKind>()
  const [draft, keep] = useKeptDraft(contactId)
  const [isSaving, setSaving] = useState(false)
  const close = () => setKind(undefined)
  const take = (kind: LogKind | undefined) => {
    // What is being saved is not begun as another kind.
    if (isSaving) return
    if (kind && draft) keep(draftAs(kind, draft))
    setKind(kind)
  }
  const giveUp = () => {
    close()
    if (draft) toasts.done(t('quickLog.discarded'), async () => keep(draft))
    keep(undefined)
  }
  useLogShortcuts(take)

  return (
    <Paper p="sm" component="section" aria-label={t('quickLog.title')}>
      <Kinds kind={kind} disabled={isSaving} onChange={take} />
      {draft && !kind && <Unsaved draft={draft} onGoOn={() => setKind(draft.kind)} onDiscard={giveUp} />}
      {kind && (
        <LogForm
          key={kind}
          {...props}
          onLog={entry => {
            setSaving(true)
            return onLog(entry).finally(() => setSaving(false))
          }}
          start={draftAs(kind, draft ?? newDraft(kind, currency))}
          giveUp={t(draft ? 'quickLog.discard' : 'quickLog.cancel')}
          onChange={keep}
          onSaved={() => {
            keep(undefined)
            close()
          }}
          onGiveUp={giveUp}
          onLeave={close}
        />
      )}
    </Paper>
  )
}

function useLogShortcuts(begin: (kind: LogKind) => void) {
  const { t } = useTranslation()
  useShortcuts(
    logKinds.map(each => ({
      keys: keys[each],
      label: t(`quickLog.${each}.begin`),
      also: t('quickLog.also'),
      done: 'often',
      run: () => begin(each),
    })),
  )
}

type KindsProps = {
  kind: LogKind | undefined
  disabled: boolean
  onChange: (kind: LogKind | undefined) => void
}

function Kinds({ kind, disabled, onChange }: KindsProps) {
  const { t } = useTranslation()
  return (
    <Group gap={6}>
      {logKinds.map(each => {
        const Icon = icons[each]
        return (
          <Button
            key={each}
            size="xs"
            disabled={disabled}
            variant={kind === each ? 'light' : 'subtle'}
            color={kind === each ? undefined : 'gray'}
            leftSection={<Icon size={16} aria-hidden />}
            aria-expanded={kind === each}
            aria-keyshortcuts={keys[each]}
            onClick={() => onChange(kind === each ? undefined : each)}
          >
            {t(`quickLog.${each}.title`)}
            <Kbd size="xs" ml={6} visibleFrom="md" aria-hidden>
              {keys[each]}
            </Kbd>
          </Button>
        )
      })}
    </Group>
  )
}

type UnsavedProps = { draft: Draft; onGoOn: () => void; onDiscard: () => void }

function Unsaved({ draft, onGoOn, onDiscard }: UnsavedProps) {
  const { t } = useTranslation()
  const what = t(`quickLog.${draft.kind}.title`)
  return (
    <Group gap="xs" mt="xs" wrap="nowrap">
      <Text size="xs" c="dimmed" flex={1} lineClamp={1}>
        {t('quickLog.unsaved', { what })}
        {draft.text && ` · ${draft.text}`}
      </Text>
      <Button size="compact-xs" variant="light" flex="none" onClick={onGoOn}>
        {t('quickLog.goOn')}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" flex="none" onClick={onDiscard}>
        {t('quickLog.discard')}
      </Button>
    </Group>
  )
}
