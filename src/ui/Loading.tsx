import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const widths = ['38%', '100%', '92%', '97%', '60%', '88%', '94%', '45%']

/** The outline of what is coming; `rows` lines of it. */
export function Loading({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      <Stack gap="sm" aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={row ? 14 : 26} width={widths[row % widths.length]} />
        ))}
      </Stack>
    </div>
  )
}
