import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Identity = { kind: string; value: string; raw: string }

/** What a contact is called: its name; without one, its address or number, or its id in the system it came from. */
export function ContactName({ name, identities }: { name: string; identities: Identity[] }) {
  const called = useCalled()
  const { text, isName } = called(name, identities)
  return (
    <Text span size="sm" fw={isName ? 550 : 450} truncate title={text} style={{ display: 'block' }}>
      {text}
    </Text>
  )
}

const order = ['email', 'phone', 'linkedin', 'domain', 'tax_id', 'external']

/** Telephones and tax ids read better as they were given; the rest as it is kept, in lower case. */
export const shownIdentity = ({ kind, value, raw }: Identity): string =>
  kind === 'phone' || kind === 'tax_id' ? raw || value : value

/** The text that stands for a contact, and whether it is a name. */
export function useCalled() {
  const { t } = useTranslation()
  return (name: string, identities: Identity[]): { text: string; isName: boolean } => {
    if (name && !identities.some(identity => stands(identity, name))) return { text: name, isName: true }
    const [best] = identities.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    if (!best) return { text: t('facts.noName'), isName: false }
    if (best.kind !== 'external') return { text: shownIdentity(best), isName: false }
    const id = best.value.slice(best.value.indexOf(':') + 1)
    return { text: t('facts.numbered', { id }), isName: false }
  }
}

/** True when the program took this identity for a name because it had none. */
const stands = ({ raw, value }: Identity, name: string) =>
  raw === name || value === name || value.endsWith(`:${name}`)
