import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../../ui/anyText.ts'
import { api } from '../api.ts'
import type { ShownContact } from './source.ts'

/** What one must know before writing or calling: a demo contact, in the bin, disqualified, or one who objects. */
export function HeaderBadges({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { data } = useQuery({
    ...api.qualification.get.queryOptions({ input: { id: contact.id } }),
    enabled: contact.deletedAt === null,
  })
  const refused = contact.consents
    .filter(({ state }) => state === 'objected')
    .map(({ channel }) => text(`contacts.channels.${channel}`))
  const badges = [
    contact.isDemo && { color: 'gray', says: t('contactPage.demo') },
    contact.deletedAt && { color: 'red', says: t('contactPage.binned') },
    data?.verdict === 'disqualified' && { color: 'red', says: t('qualification.verdicts.disqualified') },
    refused.length > 0 && {
      color: 'red',
      says: `${text('contacts.consents.objected')}: ${[...new Set(refused)].join(', ')}`,
    },
  ]
  return badges.map(
    badge =>
      badge && (
        <Badge key={badge.says} color={badge.color} flex="none">
          {badge.says}
        </Badge>
      ),
  )
}
