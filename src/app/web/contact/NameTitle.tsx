import { Button, Group, Popover, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { problemOf } from '../../../ui/client.ts'
import classes from './contact.module.css'
import { useEdit } from './editing.ts'
import type { ShownContact } from './source.ts'

type Props = { contact: ShownContact; order: 1 | 2 }

/** The name as the page's title; a click edits it. */
export function NameTitle({ contact, order }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [editing, setEditing] = useState(false)
  const { text, isName } = useCalled()(contact.displayName)
  const mayEdit = can('contacts.write') && contact.deletedAt === null
  return (
    <Title order={order} className={classes.name} c={isName ? undefined : 'dimmed'}>
      {mayEdit ? (
        <Popover
          opened={editing}
          onChange={setEditing}
          position="bottom-start"
          width={300}
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <UnstyledButton
              className={classes.rename}
              title={t('contactPage.rename')}
              onClick={() => setEditing(!editing)}
            >
              {text}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <NameForm contact={contact} onClose={() => setEditing(false)} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        text
      )}
    </Title>
  )
}

/** A person's whole name, with whatever title it has, while its parts are not known; an organisation's. */
function partsOf({ kind, fields }: ShownContact) {
  const hasParts = ['givenName', 'surname', 'secondSurname'].some(key => fields[key])
  if (kind === 'organization' || !hasParts) return ['name'] as const
  return ['givenName', 'surname', 'secondSurname'] as const
}

function NameForm({ contact, onClose }: { contact: ShownContact; onClose: () => void }) {
  const { t } = useTranslation()
  const edit = useEdit(contact)
  const parts = partsOf(contact)
  const [draft, setDraft] = useState<Record<string, string>>(() =>
    Object.fromEntries(parts.map(key => [key, String(contact.fields[key] ?? '')])),
  )
  const [seen] = useState(draft)
  const refused = problemOf(edit.error)?.issues[0]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const changed = parts.filter(key => draft[key]?.trim() !== seen[key])
    const fields = Object.fromEntries(changed.map(key => [key, draft[key]?.trim() || null]))
    const of = (known: Record<string, unknown>) =>
      Object.fromEntries(changed.map(key => [key, String(known[key] ?? '')]))
    edit.mutate(
      {
        inPlace: true,
        // Saved once more, it is over what the refusal showed.
        patch: { fields, seen: refused ? of(contact.fields) : of(seen) },
        after: before => ({ ...before, fields: { ...before.fields, ...fields } }),
        said: t('contactPage.saved', { field: t('contacts.fields.displayName') }),
      },
      { onSuccess: onClose },
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {parts.map((key, place) => (
          <TextInput
            key={key}
            size="sm"
            data-autofocus={place === 0 || undefined}
            maxLength={500}
            autoComplete="off"
            label={t(`contacts.fields.${key}`)}
            value={draft[key] ?? ''}
            error={refused?.path.includes(key) && refused.message}
            onChange={event => {
              const { value } = event.currentTarget
              setDraft(before => ({ ...before, [key]: value }))
            }}
          />
        ))}
        <Group justify="flex-end" gap="xs">
          <Text size="xs" c="dimmed" mr="auto">
            {t('contactPage.renameKeys')}
          </Text>
          <Button size="xs" type="submit">
            {t(refused ? 'facts.keepMine' : 'ui.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
