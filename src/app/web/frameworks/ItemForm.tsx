import { ActionIcon, Select, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { questionOf } from '../../../contacts/questions.ts'
import type { DraftItem } from './frameworkDraft.ts'
import classes from './frameworks.module.css'
import { useLanguages } from './languages.ts'

type Props = {
  item: DraftItem
  onChange: (item: DraftItem) => void
  onRemove: () => void
  onUp?: () => void
  onDown?: () => void
}

const weights = ['counts', 'not_denied', 'must'] as const

/** A question of a framework that is being written: how it counts, its place, and its words. */
export function ItemForm({ item, onChange, ...moves }: Props) {
  const { t } = useTranslation()
  const [here, there] = useLanguages()
  const [isOpen, setOpen] = useState(item.question === undefined)
  const question = item.name[here] || item.name[there] || t('frameworks.form.fresh')
  return (
    <>
      <div className={classes.itemHead}>
        <span className={classes.itemName}>{question}</span>
        <Select
          size="xs"
          w="13rem"
          allowDeselect={false}
          aria-label={t('frameworks.form.weight', { question })}
          data={weights.map(value => ({ value, label: t(`frameworks.weights.${value}`) }))}
          value={item.weight}
          onChange={weight => onChange({ ...item, weight: weight as DraftItem['weight'] })}
        />
        <Moves question={question} isOpen={isOpen} onWords={() => setOpen(!isOpen)} {...moves} />
      </div>
      {isOpen && <Words item={item} onChange={onChange} />}
    </>
  )
}

type MovesProps = Pick<Props, 'onUp' | 'onDown' | 'onRemove'> & {
  question: string
  isOpen: boolean
  onWords: () => void
}

function Moves({ question, isOpen, onWords, onUp, onDown, onRemove }: MovesProps) {
  const { t } = useTranslation()
  const acts = [
    { key: 'words', icon: IconPencil, act: onWords },
    { key: 'up', icon: IconArrowUp, act: onUp },
    { key: 'down', icon: IconArrowDown, act: onDown },
    { key: 'drop', icon: IconX, act: onRemove },
  ] as const
  return (
    <span>
      {acts.map(({ key, icon: Icon, act }) => (
        <ActionIcon
          key={key}
          size={28}
          disabled={!act}
          aria-expanded={key === 'words' ? isOpen : undefined}
          aria-label={t(`frameworks.form.${key}`, { question })}
          onClick={act}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </span>
  )
}

/** In both languages; what nobody is asked has no words to ask it in. */
function Words({ item, onChange }: Pick<Props, 'item' | 'onChange'>) {
  const { t } = useTranslation()
  const [here, there] = useLanguages()
  const { name, ask } = item
  const isAsked = !item.question || !questionOf(item.question).isCounted
  return (
    <div className={classes.words}>
      <TextInput
        size="xs"
        required
        maxLength={300}
        label={t('frameworks.form.questionName')}
        value={name[here]}
        onChange={event => onChange({ ...item, name: { ...name, [here]: event.currentTarget.value } })}
      />
      <TextInput
        size="xs"
        maxLength={300}
        label={t('frameworks.form.other')}
        placeholder={name[here]}
        value={name[there]}
        onChange={event => onChange({ ...item, name: { ...name, [there]: event.currentTarget.value } })}
      />
      {isAsked &&
        [here, there].map(locale => (
          <Textarea
            key={locale}
            size="xs"
            autosize
            required={locale === here}
            maxLength={300}
            label={t(locale === here ? 'frameworks.form.ask' : 'frameworks.form.askOther')}
            placeholder={ask[here]}
            value={ask[locale]}
            onChange={event => onChange({ ...item, ask: { ...ask, [locale]: event.currentTarget.value } })}
          />
        ))}
    </div>
  )
}
