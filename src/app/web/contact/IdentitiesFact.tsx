import { ActionIcon, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, IdentityKind } from '../../../contacts/fields.ts'
import { InlineField, shownIdentity } from '../../../contacts/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useIdentities } from './linking.ts'
import type { ShownContact } from './source.ts'
import { sourceOfFact } from './sourceOf.ts'

type Props = { contact: ShownContact; field: Field; kind: IdentityKind }
type Shown = ShownContact['identities'][number]

/** Addresses, numbers or links of one kind: each edited, removed or made the main one where it stands, and one more. */
export function IdentitiesFact({ contact, field, kind }: Props) {
  const { can } = useAccess()
  const [adding, setAdding] = useState(false)
  const identities = useIdentities(contact, field)
  const several = contact.identities.filter(each => each.kind === kind)
  const readOnly = !can('contacts.write') || contact.deletedAt !== null
  return (
    <>
      {several.map((identity, place) => (
        <InlineField
          // Whose main one is changed by another keeps what they type.
          key={identity.isPrimary ? 'main' : identity.value}
          field={field}
          value={shownIdentity(identity)}
          source={sourceOfFact(contact, `identity:${kind}:${identity.value}`)}
          readOnly={readOnly}
          again={place > 0}
          aside={
            !readOnly && (
              <IdentityMenu
                identity={identity}
                several={several}
                onAdd={() => setAdding(true)}
                {...identities}
              />
            )
          }
          onSave={(next, seen) => identities.replace(identity, next, seen)}
        >
          <IdentityText
            identity={identity}
            isOneOfSeveral={several.length > 1}
            isBinned={contact.deletedAt !== null}
          />
        </InlineField>
      ))}
      {adding && (
        <InlineField
          again
          startsOpen
          field={field}
          value={null}
          onSave={identities.add}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

type TextProps = { identity: Shown; isOneOfSeveral: boolean; isBinned: boolean }

function IdentityText({ identity, isOneOfSeveral, isBinned }: TextProps) {
  const { t } = useTranslation()
  const { label, status, identifying, isPrimary } = identity
  const notes = [
    label,
    isOneOfSeveral && isPrimary ? t('contactPage.main') : '',
    // A number that nobody can have is not shared with anybody, and in the bin none identifies.
    identifying || isBinned || status === 'invalid' ? '' : t('contactPage.shared'),
    status === 'ok' ? '' : t(`contactPage.status.${status as 'invalid'}`),
  ]
  return (
    <span>
      {shownIdentity(identity)}
      {notes.filter(Boolean).map(note => (
        <Text key={note} span size="xs" c="dimmed" ml={6} display="inline-block">
          {note}
        </Text>
      ))}
    </span>
  )
}

type MenuProps = {
  identity: Shown
  several: Shown[]
  onAdd: () => void
  makeMain: (identity: Shown) => void
  remove: (identity: Shown) => void
}

function IdentityMenu({ identity, several, onAdd, makeMain, remove }: MenuProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon size={24} mt={2} aria-label={`${t('ui.more')}: ${shownIdentity(identity)}`}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAdd}>{t('contactPage.addAnother')}</Menu.Item>
        {several.length > 1 && !identity.isPrimary && (
          <Menu.Item onClick={() => makeMain(identity)}>{t('contactPage.makeMain')}</Menu.Item>
        )}
        <Menu.Item onClick={() => remove(identity)}>{t('contactPage.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
