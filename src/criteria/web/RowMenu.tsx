import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { duplicated, grouped, movedIn, movedOut, movesFor, shifted, ungrouped } from './moving.ts'
import { type Group, type Row, updated } from './rows.ts'

/** Everything that can be done to a row, for hands without a mouse and for phones. */
export function RowMenu({ row, name }: { row: Row; name: string }) {
  const { t } = useTranslation()
  const { root, change } = useEditing()
  const can = movesFor(root, row.id)
  const item = (text: string, act: (root: Group) => Group, shown = true, keys?: string) =>
    shown && (
      <Menu.Item onClick={() => change(act)} rightSection={keys && <kbd>{keys}</kbd>}>
        {text}
      </Menu.Item>
    )
  const { id } = row
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} className={classes.quiet} aria-label={t('criteriaEditor.more', { row: name })}>
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item(t(row.not ? 'criteriaEditor.affirm' : 'criteriaEditor.deny'), root =>
          updated(root, id, row => ({ ...row, not: !row.not })),
        )}
        {item(t('criteriaEditor.duplicate'), root => duplicated(root, id))}
        {item(t('criteriaEditor.intoGroup'), root => grouped(root, id))}
        {item(t('criteriaEditor.ungroup'), root => ungrouped(root, id), 'rows' in row)}
        <Menu.Divider />
        {item(t('criteriaEditor.up'), root => shifted(root, id, -1), can.up, 'Alt ↑')}
        {item(t('criteriaEditor.down'), root => shifted(root, id, 1), can.down, 'Alt ↓')}
        {item(t('criteriaEditor.in'), root => movedIn(root, id), can.in, 'Alt →')}
        {item(t('criteriaEditor.out'), root => movedOut(root, id), can.out, 'Alt ←')}
      </Menu.Dropdown>
    </Menu>
  )
}
