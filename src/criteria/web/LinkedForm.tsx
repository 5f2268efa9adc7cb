import { useTranslation } from 'react-i18next'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Amount, Pick } from './Pick.tsx'
import { type Linked, updated } from './rows.ts'

/** Whose criterion follows: the organisation of a person, or so many people of an organisation. */
export function LinkedForm({ row }: { row: Linked }) {
  const { t } = useTranslation()
  const { change } = useEditing()
  const set = (part: Partial<Linked>) =>
    change(root => updated(root, row.id, before => ({ ...before, ...part }) as Linked))
  const answers = (['yes', 'no'] as const).map(value => ({
    value,
    label: t(`criteriaEditor.${row.linked}.${value}`),
  }))
  return (
    <>
      <Pick
        label={t(`criteriaEditor.choices.${row.linked}`)}
        isSubject
        value={row.not ? 'no' : 'yes'}
        options={answers}
        onChange={value => set({ not: value === 'no' })}
      />
      {row.linked === 'people' && (
        <>
          <Amount
            label={t('criteriaEditor.people.least')}
            value={row.least}
            min={1}
            onChange={least => set({ least })}
          />
          <span className={classes.small}>{t('criteriaEditor.people.of')}</span>
        </>
      )}
      <span className={classes.small}>{t('criteriaEditor.meets')}</span>
    </>
  )
}
