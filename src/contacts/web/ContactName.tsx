import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Identity = { kind: string; value: string; raw: string }

/** What a contact is called, as a line of a list. */
export function ContactName({ name }: { name: string }) {
  const { text, isName } = useCalled()(name)
  return (
    <Text span size="sm" fw={isName ? 550 : 450} truncate title={text} style={{ display: 'block' }}>
      {text}
    </Text>
  )
}

/** Telephones and tax ids read better as they were given; the rest as it is kept, in lower case. */
export const shownIdentity = ({ kind, value, raw }: Identity): string =>
  kind === 'phone' || kind === 'tax_id' ? raw || value : value

/**
 * The text that stands for a contact everywhere, and whether it is a name. Who has none is kept under an address, a
 * telephone, or the bare number that another system gave it: that one says that it is a number.
 */
export function useCalled() {
  const { t } = useTranslation()
  return (displayName: string): { text: string; isName: boolean } => {
    if (!displayName) return { text: t('facts.noName'), isName: false }
    if (/^\d+$/.test(displayName)) return { text: t('facts.numbered', { id: displayName }), isName: false }
    return { text: displayName, isName: !/@|^\+\d+$/.test(displayName) }
  }
}
