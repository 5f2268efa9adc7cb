import { ContactList } from './ContactList.tsx'

// Keys keep what is chosen and scrolled on one list from showing on the other.
export const ContactListPage = () => <ContactList key="person" kind="person" />
export const OrganizationListPage = () => <ContactList key="organization" kind="organization" />
