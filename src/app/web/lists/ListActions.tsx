import { ActionIcon, Box, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import { useAccess } from '../../../ui/access.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { useShortcuts } from '../../../ui/shortcuts.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import classes from './lists.module.css'
import { NewContact } from './NewContact.tsx'
import type { WhichContacts } from './source.ts'
import type { View } from './view.ts'

type Props = {
  kind: Kind
  view: View
  which: WhichContacts
  columns: { key: string; label: string }[]
  onChange: (view: Partial<View>) => void
}

export function ListActions({ kind, view, which, columns, onChange }: Props) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const { state } = useLocation()
  const [adding, setAdding] = useState(false)
  // The palette comes here to begin one, also from this very list.
  useEffect(() => {
    if (state?.adding) setAdding(true)
  }, [state])
  useShortcuts(
    can('contacts.write') ? [{ keys: 'n', label: t(`lists.${kind}.new`), run: () => setAdding(true) }] : [],
  )
  return (
    <>
      <GuideLink page="qualify-or-score" />
      {/* The cards of a phone have no columns. */}
      <Box visibleFrom="sm">
        <ColumnsMenu
          columns={columns}
          shown={view.columns}
          onChange={shown => onChange({ columns: shown })}
        />
      </Box>
      {can('contacts.export') && <ExportMenu which={which} view={view} />}
      {can('contacts.delete') && (
        <Tooltip label={t('bin.title')}>
          <ActionIcon component={Link} to="/bin" variant="default" size="lg" aria-label={t('bin.title')}>
            <IconTrash size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {can('contacts.write') && (
        <Button
          className={classes.action}
          aria-label={t(`lists.${kind}.new`)}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t(`lists.${kind}.new`)}
        </Button>
      )}
      {adding && <NewContact kind={kind} onClose={() => setAdding(false)} />}
    </>
  )
}
