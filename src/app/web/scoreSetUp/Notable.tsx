import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled } from '../../../contacts/web/parts.tsx'
import type { Distribution, Odd } from '../../../lifecycle/contract.ts'
import { ScoreBar } from '../../../ui/ScoreBar.tsx'
import { BothReceipts } from '../definitions/BothReceipts.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import classes from './scoreSetUp.module.css'

type Contact = Distribution['best'][number] & { why?: Odd }

/** Contacts worth a look. Each opens where it stands now and by the draft; where there is no draft, its page. */
export function Notable({ contacts, none }: { contacts: Contact[]; none: string }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Contact>()
  if (contacts.length === 0)
    return (
      <Text size="sm" c="dimmed" pt="xs">
        {none}
      </Text>
    )
  return (
    <>
      <ol className={classes.notable}>
        {contacts.map(contact => (
          <li key={contact.contactId}>
            <span>
              <Opening contact={contact} onOpen={() => setOpened(contact)} />
              {contact.why && (
                <Text size="xs" c="dimmed">
                  {t(`scoreSetUp.odd.${contact.why}`)}
                </Text>
              )}
            </span>
            <span className={classes.scores}>
              {contact.wasTotal !== contact.total && (
                <Text span size="xs" c="dimmed">
                  {contact.wasTotal} →
                </Text>
              )}
              <ScoreBar total={contact.total} fit={contact.fit} engagement={contact.engagement} width={48} />
            </span>
          </li>
        ))}
      </ol>
      {opened && (
        <BothReceipts contact={{ ...opened, id: opened.contactId }} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

function Opening({ contact: { contactId, name, kind }, onOpen }: { contact: Contact; onOpen: () => void }) {
  const { saved } = useEditing()
  const called = useCalled()(name).text
  if (saved)
    return (
      <Anchor component="button" type="button" size="sm" ta="start" onClick={onOpen}>
        {called}
      </Anchor>
    )
  const page = kind === 'person' ? 'contacts' : 'organizations'
  return (
    <Anchor component={Link} to={`/${page}/${contactId}`} size="sm">
      {called}
    </Anchor>
  )
}
