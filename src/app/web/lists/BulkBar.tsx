import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconArrowMerge, IconEdit, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../contacts/fields.ts'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useFormat } from '../../../ui/format.ts'
import { MergeDialog } from '../contact/MergeDialog.tsx'
import { BulkForm } from './BulkForm.tsx'
import { useBulk } from './bulk.ts'
import classes from './lists.module.css'
import type { Selection } from './selection.ts'
import type { WhichContacts } from './source.ts'

type Props = {
  kind: Kind
  which: WhichContacts
  selection: Selection
  count?: { count: number; more: boolean }
  catalogue: Catalogue
}

/** What can be done to the rows that are chosen, or to all that match. */
export function BulkBar({ kind, which, selection, count, catalogue }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [editing, setEditing] = useState(false)
  const whom = selection.everything ? which : { ids: [...selection.ids] }
  const bulk = useBulk(whom, selection.clear)
  return (
    <section className={classes.bulk} aria-label={t('lists.bulk.title')}>
      <Chosen selection={selection} count={count} />
      <Group gap="xs" ml="auto">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconEdit size={15} aria-hidden />}
          onClick={() => setEditing(true)}
        >
          {t('lists.bulk.edit')}
        </Button>
        <MergeButton kind={kind} selection={selection} />
        {can('contacts.delete') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={15} aria-hidden />}
            loading={bulk.busy}
            onClick={bulk.bin}
          >
            {t('lists.bulk.bin')}
          </Button>
        )}
        <Tooltip label={t('lists.bulk.clear')}>
          <ActionIcon aria-label={t('lists.bulk.clear')} onClick={selection.clear}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t('lists.bulk.edit')}>
        <BulkForm
          kind={kind}
          catalogue={catalogue}
          busy={bulk.busy}
          onApply={change => bulk.change(change).then(done => done && setEditing(false))}
        />
      </Dialog>
    </section>
  )
}

/** For two that are one. */
function MergeButton({ kind, selection }: Pick<Props, 'kind' | 'selection'>) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [merging, setMerging] = useState(false)
  if (!can('contacts.delete') || selection.everything || selection.ids.size !== 2) return null
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowMerge size={15} aria-hidden />}
        onClick={() => setMerging(true)}
      >
        {t('merge.do')}
      </Button>
      {merging && (
        <MergeDialog
          kind={kind}
          ids={[...selection.ids]}
          onClose={() => setMerging(false)}
          onMerged={selection.clear}
        />
      )}
    </>
  )
}

function Chosen({ selection, count }: Pick<Props, 'selection' | 'count'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const number = format.number(count?.count ?? 0)
  if (selection.everything) {
    return (
      <Text size="sm">
        {t(count?.more ? 'lists.bulk.allChosenMore' : 'lists.bulk.allChosen', { number })}
      </Text>
    )
  }
  const chosen = selection.ids.size
  return (
    <Group gap="xs">
      <Text size="sm" fw={550}>
        {t('lists.bulk.chosen', { count: chosen, number: format.number(chosen) })}
      </Text>
      {selection.all && count && count.count > chosen && (
        <Button size="compact-sm" variant="subtle" onClick={selection.chooseEverything}>
          {t(count.more ? 'lists.bulk.everythingMore' : 'lists.bulk.everything', { number })}
        </Button>
      )}
    </Group>
  )
}
