import { Button, Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../../ui/client.ts'
import { isEscape } from '../../ui/escaping.ts'
import type { Field, FieldValue } from '../fields.ts'
import { FieldInput } from './FieldInput.tsx'
import classes from './facts.module.css'
import { type Member, useFieldTexts } from './fieldTexts.ts'
import { Provenance, type Source } from './Provenance.tsx'

type Props = {
  field: Field
  value: FieldValue | undefined
  /** Who set it, when and from where. */
  source?: Source
  members?: Member[]
  readOnly?: boolean
  /** One more of a fact that has several: its label is for readers of the page alone. */
  again?: boolean
  /** Shown in place of the text: a link, a list of pills. */
  children?: ReactNode
  /** Beside it: what else can be done with it. */
  aside?: ReactNode
  /** Begins as an editor; `onClose` says that it was left. */
  startsOpen?: boolean
  onClose?: () => void
  /**
   * Saves over the value that was seen; the editor stays, with what was typed and what is wrong with it, when that is refused, and
   * offers to save over what another has written since.
   */
  onSave: (value: FieldValue, seen: FieldValue) => Promise<unknown>
}

/** One fact, edited where it stands: Enter or Tab saves, Esc leaves it as it was. */
export function InlineField({ field, value = null, source, members, readOnly, ...props }: Props) {
  const { again, children, aside, startsOpen = false, onClose, onSave } = props
  const { label } = useFieldTexts()
  const [editing, setEditing] = useState(startsOpen)
  const button = useRef<HTMLButtonElement>(null)
  const close = (focus: boolean) => {
    setEditing(false)
    onClose?.()
    if (focus) requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={classes.fact}>
      <dt className={classes.label}>
        {again ? <VisuallyHidden>{label(field)}</VisuallyHidden> : label(field)}
      </dt>
      <dd className={classes.value}>
        {editing ? (
          <Editor
            field={field}
            value={value}
            members={members}
            onDone={async (changed, focus, seen) => {
              if (changed !== undefined && !same(changed, seen)) await onSave(changed, seen)
              close(focus)
            }}
          />
        ) : (
          <Provenance source={source}>
            <Shown
              {...{ field, value, members, readOnly, children }}
              innerRef={button}
              onEdit={() => setEditing(true)}
            />
          </Provenance>
        )}
        {!editing && aside}
      </dd>
    </div>
  )
}

type ShownProps = Pick<Props, 'field' | 'members' | 'readOnly' | 'children'> & {
  value: FieldValue
  innerRef: React.Ref<HTMLButtonElement>
  onEdit: () => void
}

function Shown({ field, value, members, readOnly, children, innerRef, onEdit }: ShownProps) {
  const { t } = useTranslation()
  const texts = useFieldTexts(members)
  const text = texts.value(field, value)
  const body =
    children ??
    (text ? (
      <span>{text}</span>
    ) : (
      <Text span c="dimmed">
        {t(readOnly ? 'facts.unknown' : 'facts.add')}
      </Text>
    ))
  if (readOnly) return <span className={classes.still}>{body}</span>
  return (
    <UnstyledButton ref={innerRef} className={classes.button} onClick={onEdit}>
      <VisuallyHidden>{t('facts.editOne', { field: texts.label(field) })} </VisuallyHidden>
      {body}
    </UnstyledButton>
  )
}

type EditorProps = {
  field: Field
  value: FieldValue
  members?: Member[]
  /** `changed` is undefined when the edit was given up; `focus` returns the focus to the fact. */
  onDone: (changed: FieldValue | undefined, focus: boolean, seen: FieldValue) => Promise<void>
}

function Editor({ field, value, members, onDone }: EditorProps) {
  const { label } = useFieldTexts()
  const [draft, setDraft] = useState(value)
  const [seen] = useState(value)
  const [refused, setRefused] = useState<{ message?: string; isOvertaken: boolean }>()
  const left = useRef(false)
  const done = async (changed: FieldValue | undefined, focus: boolean, over = seen) => {
    if (left.current) return
    left.current = true
    try {
      await onDone(changed, focus, over)
    } catch (error) {
      // What is no refusal was told by who saves.
      const problem = problemOf(error)
      const { code, message } = problem?.issues[0] ?? problem ?? {}
      setRefused(problem && { message, isOvertaken: overtaken.has(code ?? '') })
      left.current = false
    }
  }
  const keys = (event: KeyboardEvent) => {
    if (isEscape(event)) void done(undefined, true)
    const plain = field.type !== 'long_text' || event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && plain && !choosing(event) && !isRefused(event.target)) void done(draft, true)
  }
  // A list of options opens outside the editor; going there is not leaving it.
  const blur = (event: FocusEvent) => {
    const isLeft = !event.currentTarget.contains(event.relatedTarget) && !isRefused(event.target)
    if (isLeft && !refused?.isOvertaken) void done(refused ? undefined : draft, false)
  }
  const choose = (next: FieldValue) => {
    setDraft(next)
    if (refused?.isOvertaken) return
    setRefused(undefined)
    if (oneClick.has(field.type)) void done(next, true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what its input does not use.
    <div onKeyDown={keys} onBlur={blur} className={classes.editor}>
      <FieldInput
        field={field}
        value={draft}
        members={members}
        size="xs"
        autoFocus
        aria-label={label(field)}
        error={refused?.message}
        onChange={choose}
      />
      {refused?.isOvertaken && (
        <Overtaken onKeep={() => void done(draft, true, value)} onLeave={() => void done(undefined, true)} />
      )}
    </div>
  )
}

const overtaken = new Set(['contacts.changed_meanwhile', 'contacts.emptied_meanwhile'])

function Overtaken({ onKeep, onLeave }: { onKeep: () => void; onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" mt={4}>
      <Button size="compact-xs" onClick={onKeep}>
        {t('facts.keepMine')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onLeave}>
        {t('facts.takeTheirs')}
      </Button>
    </Group>
  )
}

/** What was typed cannot be meant: it stays, with why, until it is put right or given up. */
const isRefused = (target: EventTarget) => target instanceof HTMLInputElement && !target.checkValidity()

/** Types whose choice is the answer: nothing else is left to type. */
const oneClick = new Set(['boolean', 'country', 'language', 'user', 'choice'])

/** Enter inside an open list chooses; it does not save yet. */
const choosing = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true'

const same = (a: FieldValue, b: FieldValue) => JSON.stringify(a) === JSON.stringify(b)
