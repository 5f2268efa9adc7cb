import { Autocomplete, type AutocompleteProps, TagsInput, type TagsInputProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { contactsContract } from '../../contacts/contract.ts'
import type { Field } from '../../contacts/fields.ts'
import type { FieldInputProps } from '../../contacts/web/parts.tsx'
import { createApi } from '../../ui/client.ts'
import { bestFirst } from './bestFirst.ts'

const api = createApi({ contacts: contactsContract })

type Props = Omit<FieldInputProps, 'value'> & Pick<AutocompleteProps, 'comboboxProps'> & { value: string }

/** A text to compare with; what contacts have is offered as one types. */
export function TextValue({ field, members: _, onChange, ...rest }: Props) {
  const data = useCommonValues(field)
  return <Autocomplete {...rest} {...offered} data={data} maxLength={2000} onChange={onChange} />
}

export function TextValues({ field, ...rest }: TagsInputProps & { field: Field }) {
  const data = useCommonValues(field)
  return <TagsInput {...rest} {...offered} data={data} />
}

const offered = { filter: bestFirst.filter, limit: 8 }

const aMinute = 60_000

const useCommonValues = (field: Field): string[] =>
  useQuery({
    ...api.contacts.values.queryOptions({ input: { field: field.key } }),
    enabled: field.type === 'text',
    staleTime: aMinute,
  }).data ?? []
