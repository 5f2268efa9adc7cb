import { Alert, Button, Group, Radio, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import { useCalled, useUndo } from '../../../contacts/web/parts.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { addressOf } from '../lists/rows.ts'
import { ContactPicker } from './ContactPicker.tsx'
import { useMergeLines } from './mergeLines.ts'
import { type ShownContact, useContact } from './source.ts'

type Props = { kind: Kind; ids: string[]; onClose: () => void; onMerged?: () => void }

/** Two contacts that are one: the other is looked for, both are seen side by side, one stays and takes what the other knows. */
export function MergeDialog({ kind, ids, onClose, onMerged }: Props) {
  const { t } = useTranslation()
  const [first = '', second] = ids
  const [other, setOther] = useState(second)
  return (
    <Dialog onClose={onClose} size={other ? 'xl' : 'md'} title={t('merge.title')}>
      {other ? (
        <Pair ids={[first, other]} onClose={onClose} onMerged={onMerged} />
      ) : (
        <ContactPicker
          kind={kind}
          label={t('merge.which')}
          but={[first]}
          onPick={picked => 'id' in picked && setOther(picked.id)}
        />
      )}
    </Dialog>
  )
}

type PairProps = { ids: [string, string]; onClose: () => void; onMerged?: () => void }

function Pair({ ids, onClose, onMerged }: PairProps) {
  const [left, right] = [useContact(ids[0]), useContact(ids[1])]
  const failed = left.error ?? right.error
  if (failed) return <Failed error={failed} />
  if (!left.data || !right.data) return <Loading rows={6} />
  return <SideBySide left={left.data} right={right.data} onClose={onClose} onMerged={onMerged} />
}

type SidesProps = {
  left: ShownContact
  right: ShownContact
  onClose: () => void
  onMerged?: () => void
}

function SideBySide({ left, right, onClose, onMerged }: SidesProps) {
  const { t } = useTranslation()
  const called = useCalled()
  const format = useFormat()
  const [stays, setStays] = useState(left.id)
  const [kept, taken] = stays === left.id ? [left, right] : [right, left]
  const merge = useMerge(kept, taken, () => {
    onClose()
    onMerged?.()
  })
  const nameOf = ({ displayName }: ShownContact) => called(displayName).text
  return (
    <Stack>
      <Radio.Group label={t('merge.stays')} value={stays} onChange={setStays}>
        <Group mt={4}>
          {[left, right].map(each => (
            <Radio
              key={each.id}
              value={each.id}
              label={t('merge.one', { name: nameOf(each), date: format.date(each.createdAt) })}
            />
          ))}
        </Group>
      </Radio.Group>
      <Comparison left={left} right={right} kept={kept} taken={taken} />
      <Text size="sm" c="dimmed">
        {t('merge.about', { kept: nameOf(kept), taken: nameOf(taken) })}
      </Text>
      {kept.isDemo !== taken.isDemo && <Alert color="yellow">{t('merge.demo')}</Alert>}
      <FormEnd onClose={onClose}>
        <Button loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('merge.do')}
        </Button>
      </FormEnd>
    </Stack>
  )
}

function Comparison({ left, right, kept, taken }: Record<'left' | 'right' | 'kept' | 'taken', ShownContact>) {
  const { t } = useTranslation()
  const called = useCalled()
  const lines = useMergeLines(kept, taken)
  const [ofLeft, ofRight] = kept === left ? (['kept', 'taken'] as const) : (['taken', 'kept'] as const)
  return (
    <Table.ScrollContainer minWidth={560} mah="50vh">
      <Table verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th>{called(left.displayName).text}</Table.Th>
            <Table.Th>{called(right.displayName).text}</Table.Th>
            <Table.Th>{t('merge.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(line => (
            <Table.Tr key={line.key}>
              <Table.Th scope="row" fw={400} c="dimmed">
                {line.label}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{line[ofLeft]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{line[ofRight]}</Table.Td>
              <Table.Td fw={550} style={{ overflowWrap: 'anywhere' }}>
                {line.result}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function useMerge(kept: ShownContact, taken: ShownContact, onDone: () => void) {
  const { t } = useTranslation()
  const toasts = useToasts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const undo = useUndo()
  const called = useCalled()
  return useMutation({
    mutationFn: () => api.contacts.merge.call({ id: kept.id, from: taken.id }),
    onSuccess: async ({ changeSetId }) => {
      const name = called(kept.displayName).text
      toasts.done(t('merge.done', { name }), undo(changeSetId))
      onDone()
      await navigate(addressOf(kept))
      await queries.invalidateQueries()
    },
    onError: toasts.failed,
  })
}
