import { Button, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Field, FieldValue, Kind } from '../../../contacts/fields.ts'
import { FieldInput, useFieldTexts, useUndo } from '../../../contacts/web/parts.tsx'
import { problemOf } from '../../../ui/client.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useShowsOrganizations } from '../organizations.ts'
import { addressOf } from './rows.ts'
import { useCatalogue } from './source.ts'

const asked: Record<Kind, string[]> = {
  person: ['givenName', 'surname', 'secondSurname', 'email', 'phone', 'organization', 'jobTitle', 'tags'],
  organization: ['name', 'sector', 'website', 'phone', 'city', 'country', 'taxId', 'tags'],
}

const ofOrganizations = ['organization', 'jobTitle']

type Props = { kind: Kind; onClose: () => void }

/** A person or an organisation by hand: what one has at hand; the rest on its page. */
export function NewContact({ kind, onClose }: Props) {
  const { t } = useTranslation()
  const { label } = useFieldTexts()
  const { fields, members } = useCatalogue()
  const [values, setValues] = useState<Record<string, FieldValue>>({})
  const { create, busy, problem } = useCreate(kind, onClose)
  const showsOrganizations = useShowsOrganizations()
  const keys = asked[kind].filter(key => showsOrganizations || !ofOrganizations.includes(key))
  const shown = keys.flatMap(key => fields.find(field => field.key === key) ?? [])
  const wrong = (key: string) => problem?.issues.find(({ path }) => path.includes(key))?.message
  const known = Object.entries(values).filter(([, value]) => value !== null && String(value) !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create(Object.fromEntries(known))
  }
  return (
    <Dialog onClose={onClose} title={t(`lists.${kind}.new`)}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {shown.map((field, place) => (
            <FieldInput
              key={field.key}
              field={withoutOptions(field)}
              label={label(field)}
              data-autofocus={place === 0 || undefined}
              members={members}
              value={values[field.key] ?? null}
              error={wrong(field.key)}
              onChange={value => setValues(before => ({ ...before, [field.key]: value }))}
            />
          ))}
          {problem && !keys.some(wrong) && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {problem.message}
            </Text>
          )}
          <FormEnd onClose={onClose}>
            <Button type="submit" loading={busy}>
              {t('lists.create')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}

/** Tags are typed, not chosen. */
const withoutOptions = (field: Field): Field => (field.key === 'tags' ? { ...field, options: [] } : field)

type Problem = NonNullable<ReturnType<typeof problemOf>>

function useCreate(kind: Kind, onClose: () => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const toasts = useToasts()
  const undo = useUndo()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const create = async (fields: Record<string, FieldValue>) => {
    setBusy(true)
    try {
      const { id, changeSetId } = await api.contacts.create.call({ kind, fields })
      toasts.done(t('lists.created'), undo(changeSetId))
      onClose()
      await queries.invalidateQueries({ queryKey: api.lists.key() })
      await navigate(addressOf({ id, kind }))
    } catch (error) {
      const told = problemOf(error)
      if (!told || told.status >= 500) toasts.failed(error)
      setProblem(told)
    } finally {
      setBusy(false)
    }
  }
  return { create, busy, problem }
}
