import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { updated } from './rows.ts'

/** The word that denies a row; pressing it takes the denial away. */
export function Denied({ id, not }: { id: string; not: boolean }) {
  const { t } = useTranslation()
  const { change } = useEditing()
  if (!not) return null
  return (
    <UnstyledButton
      className={classes.denied}
      title={t('criteriaEditor.affirm')}
      onClick={() => change(root => updated(root, id, row => ({ ...row, not: false })))}
    >
      {t('criteriaEditor.not')}
    </UnstyledButton>
  )
}
