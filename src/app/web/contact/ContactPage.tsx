import { useParams } from 'react-router'
import { ContactView } from './ContactView.tsx'

/** A person's or an organisation's page. */
export function ContactPage() {
  const { id = '' } = useParams()
  // A key of its own: what is half written about one contact never shows on another.
  return <ContactView key={id} id={id} />
}
