import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../imports/web/Notice.tsx'
import { useAccess } from '../../../ui/access.ts'
import { useSystems } from './useProof.ts'

/** All came on the same day: what may tell who came first is one click away. */
export function InNoOrder({ onChoose }: { onChoose: (inOrderOf: string) => void }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const systems = useSystems()
  return (
    <Notice kind="question">
      <Text size="sm">{t('proof.oneDay')}</Text>
      {can('definitions.manage') && systems.length > 0 && (
        <Group gap="xs" mt="xs">
          {systems.map(system => (
            <Button key={system} size="xs" variant="default" onClick={() => onChoose(`externalId:${system}`)}>
              {t('proof.inOrderOf', { system })}
            </Button>
          ))}
        </Group>
      )}
    </Notice>
  )
}
