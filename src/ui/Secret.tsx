import { ActionIcon, CopyButton, TextInput, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export function Secret({
  label,
  description,
  value,
}: {
  label: string
  description?: string
  value: string
}) {
  const { t } = useTranslation()
  return (
    <CopyButton value={value} timeout={2500}>
      {({ copied, copy }) => (
        <TextInput
          label={label}
          description={description}
          value={value}
          readOnly
          onFocus={event => event.currentTarget.select()}
          rightSection={
            <Tooltip label={t(copied ? 'ui.copied' : 'ui.copy')}>
              <ActionIcon onClick={copy} aria-label={t(copied ? 'ui.copied' : 'ui.copy')}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          }
        />
      )}
    </CopyButton>
  )
}
