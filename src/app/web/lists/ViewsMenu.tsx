import { Button, Group, Menu, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import type { Criteria } from '../../../criteria/criteria.ts'
import { useAccess } from '../../../ui/access.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useProblemText } from '../../../ui/Failed.tsx'
import { plain, type View, writeView } from './view.ts'
import { keptIn, type SavedView, useToWorkOn, useViews } from './views.ts'

type Props = { kind: Kind; view: View; onChange: (view: Partial<View>) => void }

/** Views that were kept, one's own and shared; the present one can be kept under a name. */
export function ViewsMenu({ kind, view, onChange }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { views, error, remove } = useViews(kind)
  const problem = useProblemText()
  const [naming, setNaming] = useState(false)
  const current = views.find(({ id }) => id === view.saved)
  const open = (view: SavedView) => onChange(keptIn(view, kind))
  const mine = views.filter(({ shared }) => !shared)
  const shared = views.filter(view => view.shared)
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            flex="none"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('lists.views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ search: '' })}>{t(`lists.${kind}.all`)}</Menu.Item>
          <ToWorkOn onChange={onChange} />
          {error && <Menu.Label c="var(--mantine-color-error)">{problem(error).what}</Menu.Label>}
          <Section label={t('lists.views.mine')} views={mine} onOpen={open} />
          <Section label={t('lists.views.shared')} views={shared} onOpen={open} />
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('lists.views.save')}</Menu.Item>
          {view.where && <SaveAsSegment kind={kind} where={view.where} />}
          {current && (
            <Menu.Item
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => remove(current).then(() => onChange({ saved: undefined }))}
            >
              {t('lists.views.remove', { name: current.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Naming
        kind={kind}
        view={view}
        opened={naming}
        onClose={() => setNaming(false)}
        onSaved={saved => onChange({ saved })}
      />
    </>
  )
}

type NamingProps = Omit<Props, 'onChange'> & {
  opened: boolean
  onClose: () => void
  onSaved: (id: string) => void
}

/** Keeps the present view under a name. */
function Naming({ kind, view, opened, onClose, onSaved }: NamingProps) {
  const { t } = useTranslation()
  const { save } = useViews(kind)
  const keep = async (name: string, shared: boolean) => {
    const address = writeView({ ...view, saved: undefined }, plain(kind)).toString()
    const saved = await save({ name, shared, address })
    if (!saved) return
    onSaved(saved)
    onClose()
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('lists.views.save')}>
      <NameForm onSave={keep} />
    </Dialog>
  )
}

function ToWorkOn({ onChange }: Pick<Props, 'onChange'>) {
  const { t } = useTranslation()
  const view = useToWorkOn()
  return (
    <Menu.Item disabled={!view} onClick={() => onChange({ text: '', saved: undefined, ...view })}>
      {t('lists.views.toWorkOn')}
    </Menu.Item>
  )
}

function SaveAsSegment({ kind, where }: { kind: Kind; where: Criteria }) {
  const { t } = useTranslation()
  const { can, user } = useAccess()
  const begun = { name: '', description: '', about: kind, criteria: where, ownerId: user.id }
  if (!can('contacts.write')) return null
  return (
    <Menu.Item component={Link} to="/segments" state={{ begun }}>
      {t('segments.saveFilter')}
    </Menu.Item>
  )
}

function Section({
  label,
  views,
  onOpen,
}: {
  label: string
  views: SavedView[]
  onOpen: (view: SavedView) => void
}) {
  if (views.length === 0) return null
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {views.map(view => (
        <Menu.Item key={view.id} onClick={() => onOpen(view)}>
          {view.name}
        </Menu.Item>
      ))}
    </>
  )
}

function NameForm({ onSave }: { onSave: (name: string, shared: boolean) => Promise<void> }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [shared, setShared] = useState('mine')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) void onSave(name.trim(), shared === 'shared')
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          required
          maxLength={80}
          label={t('lists.views.name')}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('lists.views.who')}
          data={[
            { value: 'mine', label: t('lists.views.onlyMe') },
            { value: 'shared', label: t('lists.views.everyone') },
          ]}
          value={shared}
          onChange={setShared}
        />
        <Group justify="flex-end">
          <Button type="submit">{t('ui.save')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
