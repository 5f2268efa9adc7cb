/** All that an endpoint can need and a role or an API key can be given. Pure data: the browser reads it too. */
export const permissions = [
  'contacts.read',
  'contacts.write',
  'contacts.delete',
  'contacts.export',
  'events.write',
  'imports.run',
  'reports.read',
  'definitions.read',
  'definitions.manage',
  'settings.manage',
  'members.manage',
  'keys.manage',
  'audit.read',
] as const

export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'admin', 'manager', 'marketing', 'sales', 'reader'] as const

export type Role = (typeof roles)[number]
