import { Button, Group, Paper, Pill, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../contacts/fields.ts'
import { InlineField } from '../../../contacts/web/parts.tsx'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useShortcuts } from '../../../ui/shortcuts.tsx'
import { useShowsOrganizations } from '../organizations.ts'
import classes from './contact.module.css'
import { useEditField } from './editing.ts'
import { factOf } from './factOf.ts'
import { IdentitiesFact } from './IdentitiesFact.tsx'
import type { ShownContact } from './source.ts'
import { sourceOf } from './sourceOf.ts'

type Props = { contact: ShownContact; catalogue: Catalogue }

/** Who it is: every fact, edited where it stands; what is asked first and not known follows, the rest is folded away. */
export function FactsCard({ contact, catalogue }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  // What is filled in stays where it was empty: nothing moves under the hand.
  const [before] = useState(contact)
  const groupOf = (field: Field) => (field.key === 'externalId' ? 2 : factOf(before, field) === null ? 1 : 0)
  const ofCompanies = useShowsOrganizations()
  const isAsked = ({ key }: Field) => wanted.has(key) && (ofCompanies || !ofWork.has(key))
  const fields = catalogue.fields
    .filter(field => isShown(field, contact))
    .sort((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b))
  const known = fields.filter(field => all || isAsked(field) || factOf(contact, field) !== null)
  return (
    <Paper p="md" component="section" aria-labelledby="facts-title">
      <Title order={2} id="facts-title" mb="sm">
        {t('contactPage.facts')}
      </Title>
      <dl className={classes.facts}>
        {known.map(field => (
          <Fact key={field.key} field={field} contact={contact} catalogue={catalogue} />
        ))}
      </dl>
      {(all || known.length < fields.length) && (
        <Button size="compact-sm" variant="subtle" mt="xs" onClick={() => setAll(!all)}>
          {all
            ? t('contactPage.lessFacts')
            : t('contactPage.moreFacts', { count: fields.length - known.length })}
        </Button>
      )}
    </Paper>
  )
}

/** Shown even while empty: what one asks first. */
const wanted = new Set([
  'email',
  'phone',
  'organization',
  'jobTitle',
  'ownerId',
  'tags',
  'sector',
  'city',
  'need',
])

const ofWork = new Set(['organization', 'jobTitle', 'sector'])

/** What one looks for first; the others follow in the order of the catalogue. */
const first = [
  ...[
    'name',
    'givenName',
    'surname',
    'secondSurname',
    'jobTitle',
    'organization',
    'email',
    'phone',
    'sector',
  ],
  ...['decisionRole', 'need', 'city', 'ownerId', 'roles', 'tags'],
]
const placeOf = ({ key }: Field) => (first.includes(key) ? first.indexOf(key) : first.length)

/** Kept by the program, or shown elsewhere on the page. */
const elsewhere = new Set(['kind', 'displayName', 'createdAt', 'updatedAt'])

function isShown(field: Field, contact: ShownContact): boolean {
  if (elsewhere.has(field.key) || !field.appliesTo.includes(contact.kind)) return false
  // A person's whole name is for those whose parts are not known.
  if (field.key === 'name' && contact.kind === 'person')
    return !contact.fields.givenName && !contact.fields.surname
  return true
}

function Fact({ field, contact, catalogue }: Props & { field: Field }) {
  const { can } = useAccess()
  const save = useEditField(contact)
  const { reach } = field
  const readOnly = !can('contacts.write') || contact.deletedAt !== null
  const asked = useAssigning(field.key === 'ownerId' && !readOnly)
  if ('identity' in reach && contact.identities.some(({ kind }) => kind === reach.identity))
    return <IdentitiesFact contact={contact} field={field} kind={reach.identity} />
  const value = factOf(contact, field)
  return (
    <InlineField
      key={asked}
      startsOpen={asked > 0}
      field={field.key === 'tags' ? { ...field, options: [] } : field}
      value={value}
      source={sourceOf(contact, field)}
      members={catalogue.members}
      readOnly={readOnly}
      onSave={(next, seen) => save(field, next, seen)}
    >
      {bodyOf(field, contact)}
    </InlineField>
  )
}

/** How often the palette asked to choose who is in charge. */
function useAssigning(can: boolean): number {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(0)
  const run = () => setAsked(before => before + 1)
  useShortcuts(can ? [{ label: t('contactPage.assign'), also: t('contactPage.alsoAssign'), run }] : [])
  return asked
}

/** Facts that read better than as one text. */
function bodyOf(field: Field, contact: ShownContact) {
  if (field.key === 'tags' && contact.tags.length > 0) return <Pills names={contact.tags} />
  if (field.type === 'url' && typeof contact.fields[field.key] === 'string') {
    return (
      <Text size="sm" td="underline">
        {contact.fields[field.key]}
      </Text>
    )
  }
  return undefined
}

function Pills({ names }: { names: string[] }) {
  return (
    <Group gap={4}>
      {names.map(name => (
        <Pill key={name} size="xs">
          {name}
        </Pill>
      ))}
    </Group>
  )
}
