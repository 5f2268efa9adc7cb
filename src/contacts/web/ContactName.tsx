import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Identity = { kind: string; value: string; raw: string }

/** What a contact is called: its name; without one, its address or number, or its id in the system it came from. */
export function ContactName({ name, identities }: { name: string; identities: Identity[] }) {
  const called = useCalled()
  const { text, isName, from } = called(name, identities)
  return (
    <Text span size="sm" fw={isName ? 550 : 450} truncate title={text} style={{ display: 'block' }}>
      {text}
      {from && (
        <Text span size="xs" c="dimmed" ml={6}>
          {from}
        </Text>
      )}
    </Text>
  )
}

const order = ['email', 'phone', 'linkedin', 'domain', 'tax_id', 'external']

/** The text that stands for a contact, whether it is a name, and the system that an external id comes from. */
export function useCalled() {
  const { t } = useTranslation()
  return (name: string, identities: Identity[]): { text: string; isName: boolean; from?: string } => {
    if (name && !identities.some(identity => stands(identity, name))) return { text: name, isName: true }
    const [best] = identities.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    if (!best) return { text: t('facts.noName'), isName: false }
    if (best.kind !== 'external') return { text: best.raw || best.value, isName: false }
    const [system = '', ...id] = best.value.split(':')
    return { text: id.join(':') || best.value, isName: false, from: system }
  }
}

/** True when the program took this identity for a name because it had none. */
const stands = ({ raw, value }: Identity, name: string) =>
  raw === name || value === name || value.endsWith(`:${name}`)
