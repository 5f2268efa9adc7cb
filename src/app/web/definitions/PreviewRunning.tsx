import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import type { Preview } from './usePreview.ts'

type Props = { of: Pick<Preview, 'done' | 'total'>; what?: 'preview' | 'past' }

export function PreviewRunning({ of: { done, total }, what = 'preview' }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div role="status">
      <Text size="sm">
        {t(`${what}.running`, { done: format.number(done), total: format.number(total) })}
      </Text>
      <Progress value={total ? (100 * done) / total : 0} mt="xs" animated aria-label={t(`${what}.title`)} />
    </div>
  )
}
