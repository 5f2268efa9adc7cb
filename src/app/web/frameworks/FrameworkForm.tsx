import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { questions } from '../../../contacts/questions.ts'
import { HowManyQualify, useFrameworkRule } from '../../../qualification/web/parts.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFormat } from '../../../ui/format.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { type FrameworkDraft, frameworkOf, freshItem, isFull, isReady, isSaid } from './frameworkDraft.ts'
import classes from './frameworks.module.css'
import { ItemForm } from './ItemForm.tsx'
import { useLanguages } from './languages.ts'
import { type Library, plannedIn, useFrameworkActs, useWordedItems } from './useFrameworks.ts'

type Props = { begun: FrameworkDraft; library: Library; onClose: () => void }

/** A framework written: its name, its questions and how each counts, with whom it would qualify. */
export function FrameworkForm({ begun, library, onClose }: Props) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const [draft, setDraft] = useState(begun)
  const [isSaving, setSaving] = useState(false)
  const set = (part: Partial<FrameworkDraft>) => setDraft(before => fitting({ ...before, ...part }))
  const save = async () => {
    setSaving(true)
    await acts.keep(frameworkOf(draft, library), draft.before).then(onClose, () => setSaving(false))
  }
  const { before } = draft
  const [here] = useLanguages()
  const title = before ? t('frameworks.form.change', { name: begun.name[here] }) : t('frameworks.form.new')
  return (
    <SidePanel title={title} onClose={onClose}>
      <Stack>
        <Names draft={draft} set={set} />
        <Items draft={draft} set={set} library={library} />
        <NumberInput
          label={t('frameworks.form.least')}
          w="min(20rem, 100%)"
          min={1}
          max={Math.max(1, draft.items.length)}
          value={draft.least}
          onChange={least => typeof least === 'number' && set({ least })}
        />
        {isReady(draft) && <Outcome draft={draft} library={library} />}
        <FormEnd
          onClose={onClose}
          missing={[
            !isSaid(draft.name) && t('frameworks.form.name'),
            draft.items.length === 0 && t('frameworks.form.questions'),
          ]}
        >
          <Button disabled={!isReady(draft)} loading={isSaving} onClick={() => void save()}>
            {t('ui.save')}
          </Button>
        </FormEnd>
      </Stack>
    </SidePanel>
  )
}

/** No more can be asked for than there are questions. */
const fitting = (draft: FrameworkDraft): FrameworkDraft => ({
  ...draft,
  least: Math.max(1, Math.min(draft.least, draft.items.length)),
})

type PartProps = { draft: FrameworkDraft; set: (part: Partial<FrameworkDraft>) => void }

function Names({ draft: { name }, set }: PartProps) {
  const { t } = useTranslation()
  const [here, there] = useLanguages()
  return (
    <Group grow align="flex-start" gap="sm">
      <TextInput
        data-autofocus
        required
        maxLength={100}
        label={t('frameworks.form.name')}
        value={name[here]}
        onChange={event => set({ name: { ...name, [here]: event.currentTarget.value } })}
      />
      <TextInput
        maxLength={100}
        label={t('frameworks.form.other')}
        placeholder={name[here]}
        value={name[there]}
        onChange={event => set({ name: { ...name, [there]: event.currentTarget.value } })}
      />
    </Group>
  )
}

function Items({ draft, set, library }: PartProps & { library: Library }) {
  const { t } = useTranslation()
  const { items } = draft
  const move = (from: number, to: number) =>
    items[from] && set({ items: items.toSpliced(from, 1).toSpliced(to, 0, items[from]) })
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('frameworks.form.questions')}
      </Text>
      <ol className={classes.items}>
        {items.map((item, place) => (
          <li key={item.id} className={classes.item}>
            <ItemForm
              item={item}
              onChange={next => set({ items: items.with(place, next) })}
              onRemove={() => set({ items: items.toSpliced(place, 1) })}
              onUp={place > 0 ? () => move(place, place - 1) : undefined}
              onDown={place < items.length - 1 ? () => move(place, place + 1) : undefined}
            />
          </li>
        ))}
      </ol>
      {!isFull(draft) && <AddItem draft={draft} set={set} library={library} />}
    </Stack>
  )
}

const fresh = 'a new question'

/** Questions that share their answers with other frameworks, or a new one. */
function AddItem({ draft: { items }, set, library }: PartProps & { library: Library }) {
  const { t } = useTranslation()
  const [here] = useLanguages()
  const known = useKnownItems(library).filter(({ question }) => items.every(has => has.question !== question))
  const add = (chosen: string | null) => {
    if (chosen === fresh) set({ items: [...items, freshItem()] })
    const found = known.find(({ question }) => question === chosen)
    const { name, ask } = found ?? {}
    if (found && name && ask) set({ items: [...items, { ...found, id: found.question, name, ask }] })
  }
  return (
    <Select
      searchable
      aria-label={t('frameworks.form.add')}
      placeholder={t('frameworks.form.add')}
      nothingFoundMessage={t('palette.nothing')}
      value={null}
      data={[
        { value: fresh, label: t('frameworks.form.newQuestion') },
        ...known.map(({ question, name }) => ({ value: question, label: name?.[here] ?? question })),
      ]}
      onChange={add}
    />
  )
}

/** Every question there is, the program's and the workspace's own, with its words. */
function useKnownItems(library: Library) {
  const own = library.questions.map(({ key, name, ask }) => ({ question: key, name, ask }))
  const keys = [...questions.map(({ key }) => ({ question: key as string })), ...own]
  const items = keys.map(each => ({ ...each, letter: '', weight: 'counts' as const }))
  return useWordedItems({ key: 'every', items, least: 1 })
}

function Outcome({ draft, library }: { draft: FrameworkDraft; library: Library }) {
  const { t } = useTranslation()
  const format = useFormat()
  const framework = frameworkOf(draft, library)
  const rule = useFrameworkRule(framework)
  const users = library.uses.filter(use => draft.before && plannedIn(use).key === draft.before.framework.key)
  return (
    <div>
      <Text size="sm">{rule}</Text>
      <HowManyQualify framework={framework} />
      {users.length > 0 && (
        <Text size="sm" mt={4}>
          {t('frameworks.form.usedBy', {
            funnels: format.list(users.map(({ name }) => name || t('funnels.main'))),
          })}
        </Text>
      )}
    </div>
  )
}
