import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { readConfig } from '../../platform/config.ts'
import { migrate } from '../../platform/migrate.ts'
import { openPostgres } from '../../platform/postgres.ts'
import { print, say, words } from './terminal.ts'

type Command = {
  /** What follows its name in the help. */
  usage?: string
  run(args: string[]): Promise<void>
}

export const commands: Record<string, Command> = {
  help: { run: async () => help() },
  start: { run: startAndStay },
  build: { run: buildOnly },
  migrate: { run: migrateOnly },
  import: {
    usage: 'FILE [--preset SYSTEM] [--yes] [-w WORKSPACE]',
    run: async args => (await import('./import.ts')).importOne(args),
  },
  export: {
    usage: '[-k person|organization] [-o FILE] [-w WORKSPACE]',
    run: async args => (await import('./export.ts')).exportAll(args),
  },
  definitions: {
    usage: 'export [-o FILE] | import FILE [--note TEXT]  [-w WORKSPACE]',
    run: async args => (await import('./definitions.ts')).definitions(args),
  },
  demo: { usage: '[--remove] [-w WORKSPACE]', run: async args => (await import('./demo.ts')).demo(args) },
  rebuild: { usage: '[-w WORKSPACE]', run: async args => (await import('./standings.ts')).rebuildAll(args) },
  verify: { usage: '[-w WORKSPACE]', run: async args => (await import('./standings.ts')).verifyAll(args) },
  user: {
    usage: 'list | add EMAIL | password EMAIL',
    run: async args => (await import('./users.ts')).users(args),
  },
}

/** Every command with its line. */
export function help(): void {
  print(words('usage'))
  for (const [name, { usage = '' }] of Object.entries(commands)) {
    print(`  ${name} ${usage}`)
    print(`      ${words(`help.${name}`)}`)
  }
  print(words('settings_hint'))
}

/** Starts, says where, and stops cleanly when asked to; asked again, it stops at once. */
async function startAndStay(args: string[]) {
  parseArgs({ args, options: {} })
  const asked = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      asked.resolve()
      process.once(signal, () => process.exit(1))
    })
  }
  const { start } = await import('../start.ts')
  const program = await start(readConfig(), say)
  if (program.address) say('ready', { address: program.address })
  else say('working')
  if (process.stderr.isTTY) say('stop_hint')
  // Written now and not at the end, so that after a kill, too, the next start finds it compiled.
  flushCompileCache()
  await asked.promise
  say('stopping')
  await program.stop()
  say('stopped')
}

async function buildOnly(args: string[]) {
  parseArgs({ args, options: {} })
  const { webFolder } = await import('../buildWeb.ts')
  say('built', { folder: await webFolder(readConfig().dataDir, () => say('building')) })
}

async function migrateOnly(args: string[]) {
  parseArgs({ args, options: {} })
  const postgres = await openPostgres(readConfig(), folder => say('moved', { folder }))
  try {
    const { length } = await migrate(postgres.url)
    say(length > 0 ? 'migrated' : 'current', { count: length })
  } finally {
    await postgres.stop()
  }
}
