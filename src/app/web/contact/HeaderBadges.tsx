import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAnyText } from '../../../ui/anyText.ts'
import { api } from '../api.ts'
import { refusedIn } from './refused.ts'
import type { ShownContact } from './source.ts'

/** What one must know before writing or calling: a demo contact, in the bin, disqualified, or one who objects or consents no longer. */
export function HeaderBadges({ contact }: { contact: ShownContact }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { data } = useQuery({
    ...api.qualification.get.queryOptions({ input: { id: contact.id } }),
    enabled: contact.deletedAt === null,
  })
  const badges = [
    contact.isDemo && { color: 'gray', says: t('contactPage.demo') },
    contact.deletedAt && { color: 'red', says: t('contactPage.binned') },
    data?.verdict === 'disqualified' && { color: 'red', says: t('qualification.verdicts.disqualified') },
    ...refusedIn(contact.consents).map(({ state, channels }) => ({
      color: 'red',
      says: `${text(`contacts.consents.${state}`)}: ${channels.map(each => text(`contacts.channels.${each}`)).join(', ')}`,
    })),
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
