import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconArrowMerge, IconEdit, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../contacts/fields.ts'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFormat } from '../../../ui/format.ts'
import { MergeDialog } from '../contact/MergeDialog.tsx'
import { BulkForm } from './BulkForm.tsx'
import { useBulk } from './bulk.ts'
import { ExportSelection, type ToExport } from './ExportMenu.tsx'
import classes from './lists.module.css'
import type { Selection } from './selection.ts'
import type { WhichContacts } from './source.ts'

type Props = {
  kind: Kind
  which: WhichContacts
  /** Those shown only look like the text. */
  alike: boolean
  view: ToExport['view']
  selection: Selection
  count?: { count: number; more: boolean }
  catalogue: Catalogue
}

/** What can be done to the rows that are chosen, or to all that match. */
export function BulkBar({ kind, which, alike, view, selection, count, catalogue }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const [editing, setEditing] = useState(false)
  const whom = selection.everything ? { ...which, alike } : { ids: [...selection.ids] }
  const bulk = useBulk(whom, selection.clear)
  const howMany = useHowMany({ selection, count })
  return (
    <section data-bar className={classes.bulk} aria-label={t('lists.bulk.title')}>
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
        {can('contacts.export') && (
          <ExportSelection
            view={view}
            which={selection.everything ? which : { kind, ids: [...selection.ids] }}
          />
        )}
        {can('contacts.delete') && (
          <BinButton
            busy={bulk.busy}
            sure={selection.everything ? howMany('binSure') : undefined}
            onBin={bulk.bin}
          />
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
          label={howMany('apply')}
          onApply={change => bulk.change(change).then(done => done && setEditing(false))}
        />
      </Dialog>
    </section>
  )
}

type Counted = Pick<Props, 'selection' | 'count'>

/** Says how many an act is about: the chosen ones or all that match, which are counted up to a limit. */
function useHowMany({ selection, count }: Counted) {
  const { t } = useTranslation()
  const format = useFormat()
  return (what: 'apply' | 'binSure') => {
    const many = selection.everything ? (count?.count ?? 0) : selection.ids.size
    const number = format.number(many)
    const isMore = selection.everything && count?.more
    return isMore ? t(`lists.bulk.${what}More`, { number }) : t(`lists.bulk.${what}`, { count: many, number })
  }
}

/** Those that can be seen go at once, and the toast brings them back; for all that match it says first how many (`sure`). */
function BinButton({ busy, sure, onBin }: { busy: boolean; sure?: string; onBin: () => Promise<boolean> }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} aria-hidden />}
        loading={busy}
        onClick={() => (sure ? setAsking(true) : void onBin())}
      >
        {t('lists.bulk.bin')}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('lists.bulk.bin')}>
        <Stack>
          <Text>{sure}</Text>
          <FormEnd onClose={() => setAsking(false)}>
            <Button color="red" loading={busy} onClick={() => onBin().then(done => done && setAsking(false))}>
              {t('lists.bulk.bin')}
            </Button>
          </FormEnd>
        </Stack>
      </Dialog>
    </>
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

function Chosen({ selection, count }: Counted) {
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
