import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useToasts } from '../../ui/toasts.tsx'
import { api, type ImportNow } from './api.ts'

/** Gives an import up of which nothing was stored. */
export function DiscardButton({ job }: { job: ImportNow }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { failed } = useToasts()
  const remove = useMutation(
    api.imports.remove.mutationOptions({
      onSuccess: async () => {
        await navigate('/imports')
        await queries.invalidateQueries({ queryKey: api.imports.list.key() })
      },
      onError: failed,
    }),
  )
  return (
    <AskFirst
      label={t('imports.remove')}
      ask={t('imports.removeAsk')}
      about={t('imports.removeAbout')}
      onConfirm={() => remove.mutate({ id: job.id })}
      busy={remove.isPending}
    />
  )
}

type AskFirstProps = {
  label: string
  size?: 'xs'
  ask: string
  about: string
  onConfirm: () => void
  busy: boolean
}

/** A button for what takes things back: says what follows and asks once. */
export function AskFirst({ label, size, ask, about, onConfirm, busy }: AskFirstProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  const confirm = () => {
    close()
    onConfirm()
  }
  return (
    <>
      <Button variant="default" size={size} onClick={open} loading={busy}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={ask}>
        <Stack>
          <Text size="sm">{about}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('imports.cancel')}
            </Button>
            <Button color="red" onClick={confirm}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
