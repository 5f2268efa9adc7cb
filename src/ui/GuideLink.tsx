import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GuidePageKey } from './guideTexts.ts'

/** A small question mark beside a title or after a sentence: the page of the guide that explains what is here. `part` is a part of that page. */
export function GuideLink({ page, part }: { page: GuidePageKey; part?: string }) {
  const { t } = useTranslation()
  const label = t('guide.open', { title: t(`guide.pages.${page}`) })
  return (
    <Tooltip label={label}>
      <ActionIcon
        component={Link}
        to={`/guide/${page}${part ? `#${part}` : ''}`}
        size={24}
        style={{ verticalAlign: 'middle' }}
        aria-label={label}
      >
        <IconHelp size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
