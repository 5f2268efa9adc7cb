import { Alert, Button, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { endOf, useRestore } from './restoring.ts'

/** Above a contact that is in the bin: until when, and the way back. */
export function BinnedNotice({ id, deletedAt }: { id: string; deletedAt: string }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const format = useFormat()
  const restore = useRestore()
  return (
    <Alert color="gray" variant="light" icon={<IconTrash aria-hidden />}>
      <Group justify="space-between">
        <Text size="sm">
          {t('contactPage.inBin', { date: format.date(deletedAt), end: format.date(endOf(deletedAt)) })}
        </Text>
        {can('contacts.delete') && (
          <Button
            size="xs"
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate([id])}
          >
            {t('contactPage.restore')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
