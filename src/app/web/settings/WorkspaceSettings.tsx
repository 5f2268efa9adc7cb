import { Alert, Anchor, Button, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { fieldErrors } from '../../../ui/client.ts'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useSavedDraft } from '../definitions/useDraft.ts'
import { useChecks } from '../entry/checks.ts'
import { GeneralError } from '../entry/GeneralError.tsx'
import { Meanings } from '../entry/Meanings.tsx'
import { currencyOptions, timeZones } from '../entry/region.ts'
import { DemoSettings } from './DemoSettings.tsx'
import { ProspectSince } from './ProspectSince.tsx'

type Workspace = Awaited<ReturnType<typeof api.identity.workspaces.read.call>>
type Changeable = Omit<Workspace, 'id'>
type Form = UseFormReturnType<Changeable>

/** What the company is called, how its dates and amounts are written, and what its words mean. */
export function WorkspaceSettings() {
  const { t } = useTranslation()
  const workspace = useQuery(api.identity.workspaces.read.queryOptions())
  if (workspace.isPending) return <Loading rows={5} />
  if (workspace.isError) return <Failed error={workspace.error} retry={() => void workspace.refetch()} />
  return (
    <Stack gap="xl">
      <Section title={t('settings.sections.workspace')} about={t('settings.workspace.about')}>
        <WorkspaceForm workspace={workspace.data} />
      </Section>
      <DemoSettings />
    </Stack>
  )
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const { id: _, ...changeable } = workspace
  const { required } = useChecks()
  const form = useForm<Changeable>({ initialValues: changeable, validate: { name: required } })
  const save = useSave(form)
  const readOnly = !can('settings.manage')
  return (
    <form onSubmit={form.onSubmit(values => save.mutate(changed(values, workspace)))} noValidate>
      <Stack maw={440} component="fieldset" bd={0} p={0} m={0} miw={0} {...{ disabled: readOnly }}>
        <TextInput label={t('settings.workspace.name')} {...form.getInputProps('name')} />
        <Region form={form} />
        <Market form={form} />
        <Meanings
          answers={form.values}
          onChange={form.setValues}
          about={t('settings.workspace.prospectAbout')}
        />
        <ProspectSince workspace={workspace} />
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

/** Only what differs: nobody's change of anything else is undone. */
const changed = (values: Changeable, was: Workspace): Partial<Changeable> =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => was[key as keyof Changeable] !== value))

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

function Market({ form }: { form: Form }) {
  const { t } = useTranslation()
  const draft = useSavedDraft()?.draft
  return (
    <>
      <Select
        label={t('settings.workspace.market')}
        description={t('settings.workspace.marketAbout')}
        data={(['b2b', 'b2c'] as const).map(value => ({ value, label: t(`settings.workspace.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('market')}
      />
      {draft && (
        <Alert variant="light" p="xs">
          {t('settings.workspace.draftThere')}{' '}
          <Anchor component={Link} to="/definitions" size="sm">
            {t('settings.workspace.seeDraft')}
          </Anchor>
        </Alert>
      )}
    </>
  )
}

function savedAs({ market, prospectNeeds }: Partial<Changeable>) {
  if (market) return 'settings.workspace.savedMarket'
  return prospectNeeds ? 'settings.workspace.savedAnswers' : 'settings.workspace.saved'
}

function useSave(form: Form) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  return useMutation({
    ...api.identity.workspaces.update.mutationOptions(),
    onSuccess: async (_, sent) => {
      form.resetDirty()
      toasts.done(t(savedAs(sent)))
      await queries.invalidateQueries()
    },
    onError: error => form.setErrors(fieldErrors(error)),
  })
}
