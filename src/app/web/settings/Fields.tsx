import { Alert, Button, List, Modal, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconForms } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { problemOf } from '../../../ui/client.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { FieldForm } from './FieldForm.tsx'

type Field = Awaited<ReturnType<typeof api.contacts.fields.call>>[number]

export function Fields() {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [opened, { open, close }] = useDisclosure()
  const fields = useQuery(api.contacts.fields.queryOptions())
  const manages = can('settings.manage')
  if (fields.isPending) return <Loading rows={5} />
  if (fields.isError) return <Failed error={fields.error} retry={() => void fields.refetch()} />
  const own = fields.data.filter(field => field.isCustom)
  return (
    <Section
      title={t('settings.sections.fields')}
      about={t('settings.fields.about')}
      actions={manages && <Button onClick={open}>{t('settings.fields.add')}</Button>}
    >
      {own.length ? (
        <FieldTable fields={own} manages={manages} />
      ) : (
        <Empty icon={IconForms} title={t('settings.fields.none')} about={t('settings.fields.noneAbout')} />
      )}
      <Modal opened={opened} onClose={close} title={t('settings.fields.addTitle')}>
        <FieldForm onDone={close} />
      </Modal>
    </Section>
  )
}

function FieldTable({ fields, manages }: { fields: Field[]; manages: boolean }) {
  const { t } = useTranslation()
  const remove = useRemove()
  return (
    <>
      <InUse error={remove.error} onClose={remove.reset} />
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('settings.fields.label')}</Table.Th>
              <Table.Th>{t('settings.fields.type')}</Table.Th>
              <Table.Th>{t('settings.fields.appliesTo')}</Table.Th>
              {manages && <Table.Td w={48} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(field => (
              <FieldRow key={field.key} field={field} onRemove={manages ? remove.mutate : undefined} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

/** What asks for the field that was to be removed, until it is read. */
function InUse({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { t } = useTranslation()
  const problem = problemOf(error)
  if (problem?.status !== 409) return null
  return (
    <Alert
      color="red"
      title={problem.message}
      withCloseButton
      closeButtonLabel={t('ui.close')}
      onClose={onClose}
      mb="md"
    >
      <List size="sm">
        {problem.issues.map(({ message }) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

type RowProps = { field: Field; onRemove?: (which: { key: string }) => void }

function FieldRow({ field, onRemove }: RowProps) {
  const { t, i18n } = useTranslation()
  const text = useAnyText()
  const name = i18n.language === 'en' ? field.label.en : field.label.es
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={550}>{name}</Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {field.key}
        </Text>
      </Table.Td>
      <Table.Td>
        {text(`settings.fields.types.${field.type}`)}
        {field.options.length > 0 && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {field.options.join(', ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{field.appliesTo.map(kind => t(`settings.fields.${kind}`)).join(', ')}</Table.Td>
      {onRemove && (
        <Table.Td>
          <Confirm
            label={t('settings.fields.remove', { name })}
            sure={t('settings.fields.removeSure')}
            onConfirm={() => onRemove({ key: field.key.replace(/^custom\./, '') })}
          />
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function useRemove() {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  return useMutation({
    ...api.contacts.removeField.mutationOptions(),
    onSuccess: () => toasts.done(t('settings.fields.removed')),
    onError: error => problemOf(error)?.status !== 409 && toasts.failed(error),
    onSettled: () => queries.invalidateQueries({ queryKey: api.contacts.fields.key() }),
  })
}
