import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../ui/Failed.tsx'
import classes from './imports.module.css'
import { Notice } from './Notice.tsx'
import type { Upload, useUpload } from './upload.ts'

/** Where a file is dropped or chosen, and how much of it has been read. */
export function FileStep({ upload, error, send, cancel }: ReturnType<typeof useUpload>) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      {error && <Refused error={error} />}
      {upload ? (
        <Sending upload={upload} cancel={cancel} />
      ) : (
        <Dropzone
          multiple={false}
          onDrop={([file]) => file && send(file)}
          className={classes.drop}
          inputProps={{ 'aria-hidden': true }}
          activateOnKeyboard={false}
        >
          <Group justify="center" gap="md" className={classes.dropInside}>
            <IconFileSpreadsheet aria-hidden size={40} stroke={1.2} />
            <div>
              <Text fw={600}>{t('imports.file.drop')}</Text>
              <Text c="dimmed" size="sm" maw="34rem">
                {t('imports.file.about')}
              </Text>
            </div>
            <Button variant="default">{t('imports.file.choose')}</Button>
          </Group>
        </Dropzone>
      )}
    </Stack>
  )
}

function Refused({ error }: { error: unknown }) {
  const { what, remedy } = useProblemText()(error)
  return (
    <Notice kind="wrong" title={what}>
      {remedy}
    </Notice>
  )
}

function Sending({ upload: { file, sent }, cancel }: { upload: Upload; cancel: () => void }) {
  const { t } = useTranslation()
  const whole = sent >= file.size
  const what = whole
    ? t('imports.file.reading', { file: file.name })
    : t('imports.file.uploading', { file: file.name })
  return (
    <div className={classes.working} role="status">
      <Text fw={600}>{what}</Text>
      <Progress value={whole ? 100 : (sent / file.size) * 100} animated={whole} aria-label={what} />
      <Group justify="flex-end">
        <Button variant="default" size="xs" onClick={cancel} disabled={whole}>
          {t('imports.file.cancel')}
        </Button>
      </Group>
    </div>
  )
}
