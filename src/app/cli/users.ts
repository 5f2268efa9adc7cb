import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { audit } from '../../audit/audit.ts'
import { addPerson, createIdentity, isOpen, setPassword, setUp } from '../../identity/identity.ts'
import { localeOfTerminal } from '../../platform/config.ts'
import type { Database } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { type Role, roles } from '../../platform/permissions.ts'
import { onWorkspaceCreated } from '../newWorkspace.ts'
import { withDatabase, workspaceOption, workspacesOf } from './session.ts'
import { answer, say } from './terminal.ts'

const options = {
  ...workspaceOption,
  name: { type: 'string' },
  role: { type: 'string', default: 'reader' },
  company: { type: 'string' },
  market: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const

type Options = ReturnType<typeof parsed>['values']

const parsed = (args: string[]) => parseArgs({ args, options, allowPositionals: true })

/** `user list`, `user add EMAIL …`, `user password EMAIL`. */
export async function users(args: string[]): Promise<void> {
  const { values, positionals } = parsed(args)
  const [action = 'list', email = ''] = positionals
  if (action === 'list') return withDatabase(list)
  if (!email.includes('@')) throw new Refusal('bad', 'cli.user_needs_email')
  const given = values['password-stdin'] ? (await text(process.stdin)).trimEnd() : undefined
  const password = given ?? randomBytes(12).toString('base64url')
  const act = acts[action]
  if (!act) throw new Refusal('bad', 'cli.unknown_user_action', { action })
  const isSet = await withDatabase(database => act(database, email, password, values))
  if (isSet && given === undefined) answer({ email, password })
}

async function list(database: Database) {
  const people = await database.owner
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
    .select(['members.email', 'members.name', 'members.role', 'workspaces.name as workspace'])
    .orderBy('members.email')
    .execute()
  answer(people)
}

/** What each does with an account; true when its password is the one given. */
const acts: Record<
  string,
  (database: Database, email: string, password: string, values: Options) => Promise<boolean>
> = { add, password: change }

/** The first person founds a workspace of the company's name; later ones join the only workspace or the one named, and found none. */
async function add(database: Database, email: string, password: string, values: Options) {
  const market = marketOf(values.market)
  const { company, workspace } = values
  const locale = localeOfTerminal()
  const person = { email: email.toLowerCase(), name: values.name ?? email, password, locale }
  const identity = await createIdentity({ database, onWorkspaceCreated })
  if (await isOpen(database)) {
    if (workspace !== undefined) throw new Refusal('missing', 'cli.none_to_join', { workspace })
    const name = company ?? person.name
    await setUp(identity, new Date(), person, { ...usual, locale, market, name })
    say('user_founded', { email, company: name })
    return true
  }
  const [found, ...others] = await workspacesOf(database, workspace)
  const names = [found, ...others].map(each => each?.name).join(', ')
  if (company !== undefined) throw new Refusal('bad', 'cli.founded_already', { company, names, email })
  if (!found || others.length > 0) throw new Refusal('bad', 'cli.which_workspace', { names })
  const was = await addPerson(identity, found.ctx, person, roleOf(values.role))
  say(saying[was], { email, workspace: found.name, role: values.role })
  return was === 'unknown'
}

const saying = { unknown: 'user_added', known: 'user_known_added', member: 'user_is_member' } as const

// What the set-up in the browser proposes.
const usual = {
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
  prospectNeeds: 'click',
  contactMeans: 'everyone',
} as const

function marketOf(given = 'b2b'): 'b2b' | 'b2c' {
  if (given === 'b2b' || given === 'b2c') return given
  throw new Refusal('bad', 'cli.unknown_market', { given })
}

function roleOf(given: string): Role {
  const role = roles.find(each => each === given)
  if (!role) throw new Refusal('bad', 'cli.unknown_role', { given, roles: roles.join(', ') })
  return role
}

/** The log of each workspace of a person says that they got another password. */
async function noteInEachWorkspace(database: Database, email: string) {
  const found = await database.owner
    .selectFrom('members')
    .where('email', '=', email.toLowerCase())
    .select(['workspaceId', 'userId', 'name'])
    .execute()
  for (const { ctx } of await workspacesOf(database, undefined)) {
    const member = found.find(each => each.workspaceId === ctx.workspaceId)
    if (member) await audit(ctx, 'password.set', { id: member.userId, name: member.name })
  }
}

async function change(database: Database, email: string, password: string) {
  const identity = await createIdentity({ database, onWorkspaceCreated })
  await setPassword(database, identity.auth, email, password)
  await noteInEachWorkspace(database, email)
  say('password_set', { email })
  return true
}
