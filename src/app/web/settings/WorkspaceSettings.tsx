import { Button, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { OptionList } from '../../../ui/OptionList.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { GeneralError } from '../entry/GeneralError.tsx'
import { currencyOptions, timeZones } from '../entry/region.ts'

type Workspace = Awaited<ReturnType<typeof api.identity.workspaces.read.call>>
type Changeable = Pick<Workspace, 'name' | 'locale' | 'timeZone' | 'currency' | 'contactMeans'>
type Form = UseFormReturnType<Changeable>

/** What the company is called and how its dates and amounts are written. */
export function WorkspaceSettings() {
  const { t } = useTranslation()
  const workspace = useQuery(api.identity.workspaces.read.queryOptions())
  if (workspace.isPending) return <Loading rows={5} />
  if (workspace.isError) return <Failed error={workspace.error} retry={() => void workspace.refetch()} />
  return (
    <Section title={t('settings.sections.workspace')} about={t('settings.workspace.about')}>
      <WorkspaceForm workspace={workspace.data} />
    </Section>
  )
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const { name, locale, timeZone, currency, contactMeans } = workspace
  const form = useForm<Changeable>({ initialValues: { name, locale, timeZone, currency, contactMeans } })
  const save = useSave(errors => form.setErrors(errors))
  const readOnly = !can('settings.manage')
  return (
    <form onSubmit={form.onSubmit(values => save.mutate(values))}>
      <Stack maw={440} component="fieldset" bd={0} p={0} m={0} {...{ disabled: readOnly }}>
        <TextInput label={t('settings.workspace.name')} required {...form.getInputProps('name')} />
        <Region form={form} />
        <TextInput
          label={t('settings.workspace.market')}
          description={t('settings.workspace.marketAbout')}
          value={t(`settings.workspace.${workspace.market}`)}
          readOnly
          variant="filled"
        />
        <ContactMeans form={form} />
        <GeneralError error={save.error} />
        {!readOnly && (
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} w="fit-content">
            {t('ui.save')}
          </Button>
        )}
      </Stack>
    </form>
  )
}

/** The language, the time zone and the currency. */
function Region({ form }: { form: Form }) {
  const { t, i18n } = useTranslation()
  const zones = useMemo(timeZones, [])
  const currencies = useMemo(() => currencyOptions(i18n.language), [i18n.language])
  return (
    <>
      <Select
        label={t('settings.workspace.locale')}
        data={[
          { value: 'es', label: t('app.languages.es') },
          { value: 'en', label: t('app.languages.en') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('locale')}
      />
      <Select
        label={t('entry.setUp.timeZone')}
        data={zones}
        searchable
        limit={60}
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
      <Select
        label={t('entry.setUp.currency')}
        data={currencies}
        searchable
        limit={60}
        allowDeselect={false}
        {...form.getInputProps('currency')}
      />
    </>
  )
}

function ContactMeans({ form }: { form: Form }) {
  const { t } = useTranslation()
  return (
    <OptionList
      label={t('entry.setUp.contact.label')}
      options={[
        { value: 'everyone', title: t('entry.setUp.contact.a'), about: t('entry.setUp.contact.aAbout') },
        {
          value: 'not_customers',
          title: t('entry.setUp.contact.b'),
          about: t('entry.setUp.contact.bAbout'),
        },
      ]}
      value={form.values.contactMeans}
      onChange={value => form.setFieldValue('contactMeans', value)}
    />
  )
}

function useSave(onRefused: (errors: Record<string, string>) => void) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  return useMutation({
    ...api.identity.workspaces.update.mutationOptions(),
    onSuccess: async () => {
      toasts.done(t('ui.saved'))
      await queries.invalidateQueries({ queryKey: api.identity.key() })
    },
    onError: error => onRefused(fieldErrors(error)),
  })
}
