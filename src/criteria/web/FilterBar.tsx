import { ActionIcon, Button, CloseButton, Group, Popover, Text, UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconFilterPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../contacts/fields.ts'
import type { Member } from '../../contacts/web/parts.tsx'
import type { Criteria } from '../criteria.ts'
import { EditorDialog } from './EditorDialog.tsx'
import type { About } from './editing.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { useFieldName } from './fieldName.ts'
import classes from './filter.module.css'
import type { OwnQuestion } from './questionName.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { editable, isComplete, joined, rulesOf } from './rules.ts'
import { changed, closed, identified, type Pill, pillsOf, type UnderChange } from './underChange.ts'
import { useRuleText } from './useRuleText.ts'

/** What criteria can ask about in this workspace. */
export type Catalogue = {
  fields: Field[]
  /** Those of the workspace's own that were deleted; absent until it is known which there are. */
  removed?: Field[]
  tags: string[]
  members: Member[]
  /** Signals of the workspace's own. */
  signals?: { name: string; labelEs: string; labelEn: string }[]
  segments?: { id: string; name: string }[]
  /** Questions of qualification of the workspace's own. */
  questions?: OwnQuestion[]
  /** For which somebody can be disqualified. */
  reasons?: string[]
  /** First the one that is meant where none is named; without them, the stages that every workspace has. */
  funnels?: {
    key: string
    name: string
    isMain?: boolean
    hasLeastFit?: boolean
    stages: { key: string; name: string }[]
  }[]
}

type Props = {
  value: Criteria | undefined
  onChange: (value: Criteria | undefined) => void
  about: About
  catalogue: Catalogue
}

/** A filter as pills that read as sentences; each opens its own small form, and what is richer the whole editor. */
export function FilterBar({ value, onChange, about, catalogue }: Props) {
  const { t } = useTranslation()
  const { join, rules } = rulesOf(value)
  const [opened, setOpened] = useState<number>()
  const [under, setUnder] = useState<UnderChange>()
  const [isEditing, setEditing] = useState(false)
  const apply = (next: Criteria[]) => {
    if (next !== rules) onChange(joined(join, next))
  }
  // Shown as it was typed: it comes back by the address of the page, and may do so after the next letter.
  const change = (index: number, rule: Criteria) => {
    setUnder({ index, rule })
    apply(changed(rules, { index, rule }))
  }
  const add = (rule: Criteria) => {
    change(rules.length, rule)
    setOpened(rules.length)
  }
  const leave = (next: Criteria[]) => {
    setOpened(undefined)
    setUnder(undefined)
    apply(next)
  }
  const close = () => leave(closed(rules, under))
  return (
    <Group gap={6} role="group" aria-label={t('filter.title')}>
      {usePills(pillsOf(rules, under)).map(({ id, rule }, index) => (
        <Group key={`${id}-${'is' in rule ? rule.is : ''}`} gap={6} wrap="nowrap">
          {index > 0 && <Joint join={join} onChange={to => onChange(joined(to, rules))} />}
          <RulePill
            rule={rule}
            opened={opened === index}
            onToggle={() => (opened === index ? close() : setOpened(index))}
            onEdit={() => setEditing(true)}
            onChange={next => change(index, next)}
            onRemove={() => leave(index < rules.length ? rules.toSpliced(index, 1) : rules)}
            catalogue={catalogue}
          />
        </Group>
      ))}
      <FilterMenu catalogue={catalogue} onAdd={add}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconFilterPlus size={16} aria-hidden />}
        >
          {t('filter.add')}
        </Button>
      </FilterMenu>
      <Whole {...{ value, onChange, about, catalogue }} opened={isEditing} onOpen={setEditing} />
      {rules.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(undefined)}>
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  )
}

function usePills(rules: Criteria[]): Pill[] {
  const pills = useRef<Pill[]>([])
  pills.current = identified(pills.current, rules)
  return pills.current
}

type WholeProps = Props & { opened: boolean; onOpen: (opened: boolean) => void }

function Whole({ onChange, opened, onOpen, ...rest }: WholeProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={() => onOpen(true)}
      >
        {t('filter.edit')}
      </Button>
      {opened && (
        <EditorDialog {...rest} title={t('filter.title')} onApply={onChange} onClose={() => onOpen(false)} />
      )}
    </>
  )
}

function Joint({ join, onChange }: { join: 'all' | 'any'; onChange: (join: 'all' | 'any') => void }) {
  const { t } = useTranslation()
  return (
    <ActionIcon
      size="sm"
      w="auto"
      px={4}
      aria-label={t('filter.changeJoin')}
      onClick={() => onChange(join === 'all' ? 'any' : 'all')}
    >
      <Text size="xs" c="dimmed">
        {t(`filter.joins.${join}`)}
      </Text>
    </ActionIcon>
  )
}

/** What a rule that is still being made asks about: the field, or the kind of question. */
function useWhatIsAsked(catalogue: Catalogue) {
  const { t } = useTranslation()
  const fieldName = useFieldName(catalogue)
  return (rule: Criteria): string => {
    if ('field' in rule) return fieldName(rule.field)
    if ('is' in rule) return t(`filter.asks.${rule.is}`)
    return t(`filter.asks.${'score' in rule ? 'score' : 'answered' in rule ? 'answered' : 'did'}`)
  }
}

type PillProps = {
  rule: Criteria
  opened: boolean
  catalogue: Catalogue
  onToggle: () => void
  onEdit: () => void
  onChange: (rule: Criteria) => void
  onRemove: () => void
}

function RulePill({ rule, opened, catalogue, onToggle, onEdit, onChange, onRemove }: PillProps) {
  const { t } = useTranslation()
  const read = useRuleText(catalogue)
  const isThere = !('field' in rule) || catalogue.fields.some(({ key }) => key === rule.field)
  const canEdit = editable(rule) !== undefined && isThere
  const named = useWhatIsAsked(catalogue)
  const text = isComplete(rule) ? read(rule) : t('filter.choose', { name: named(rule) })
  return (
    <span className={classes.pill}>
      <Popover
        opened={opened && canEdit}
        onChange={open => !open && onToggle()}
        trapFocus
        position="bottom-start"
        width={320}
      >
        <Popover.Target>
          <UnstyledButton className={classes.text} onClick={canEdit ? onToggle : onEdit} title={text}>
            {text}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <RuleEditor rule={rule} onChange={onChange} catalogue={catalogue} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton size={24} aria-label={t('filter.remove', { rule: text })} onClick={onRemove} />
    </span>
  )
}
