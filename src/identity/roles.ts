import { type Permission, permissions, type Role } from '../platform/permissions.ts'

const reading: Permission[] = ['contacts.read', 'reports.read', 'definitions.read']
const working: Permission[] = [...reading, 'contacts.write', 'events.write']

/** What each role may do. */
export const permissionsOfRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  admin: new Set(permissions),
  manager: new Set([
    ...working,
    'contacts.delete',
    'contacts.export',
    'imports.run',
    'definitions.manage',
    'audit.read',
  ]),
  marketing: new Set([...working, 'contacts.delete', 'contacts.export', 'imports.run', 'definitions.manage']),
  sales: new Set(working),
  reader: new Set(reading),
}
