import { ActionIcon, Button, Group, Menu, Stack, Text, Textarea } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem } from '../../../activity/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'

type Props = { note: TimelineItem & { kind: 'note' }; contactId: string }

/** A note on the timeline: read, changed, removed. */
export function NoteItem({ note, contactId }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [editing, setEditing] = useState(false)
  const { save, remove } = useNote(note.id, contactId)
  if (editing) {
    return (
      <NoteForm
        body={note.body}
        onCancel={() => setEditing(false)}
        onSave={body => save(body).then(() => setEditing(false))}
      />
    )
  }
  return (
    <>
      <Group gap={6} wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {note.body}
        </Text>
        <Group gap={2} wrap="nowrap">
          <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            <Moment at={note.at} />
          </Text>
          {can('contacts.write') && <NoteMenu onEdit={() => setEditing(true)} onRemove={remove} />}
        </Group>
      </Group>
      {note.author && (
        <Text size="xs" c="dimmed">
          {t('timeline.note')} {t('timeline.by', { name: note.author })}
        </Text>
      )}
    </>
  )
}

function useNote(id: string, contactId: string) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const refresh = () =>
    queries.invalidateQueries({ queryKey: api.contacts.get.key({ input: { id: contactId } }) })
  const attempt = (work: () => Promise<unknown>) => work().then(refresh).catch(toasts.failed)
  return {
    save: (body: string) => attempt(() => api.contacts.editNote.call({ id, body })),
    remove: () =>
      void attempt(async () => {
        await api.contacts.removeNote.call({ id })
        toasts.done(t('timeline.noteDeleted'), () => attempt(() => api.contacts.restoreNote.call({ id })))
      }),
  }
}

function NoteForm({
  body,
  onSave,
  onCancel,
}: {
  body: string
  onSave: (body: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(body)
  return (
    <Stack gap={6}>
      <Textarea
        autosize
        autoFocus
        minRows={2}
        aria-label={t('timeline.editNote')}
        value={draft}
        onChange={event => setDraft(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && onCancel()}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button size="xs" disabled={!draft.trim()} onClick={() => onSave(draft.trim())}>
          {t('ui.save')}
        </Button>
      </Group>
    </Stack>
  )
}

function NoteMenu({ onEdit, onRemove }: { onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={`${t('ui.more')}: ${t('timeline.note')}`}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('timeline.editNote')}</Menu.Item>
        <Menu.Item onClick={onRemove}>{t('timeline.deleteNote')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
