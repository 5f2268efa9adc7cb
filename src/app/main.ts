import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { holdYoungObjects } from '../platform/memory.ts'

// Before anything else is loaded: later starts find it compiled.
enableCompileCache()
// Long-lived objects are looked through when they are twice what was left of them, and not four times.
setFlagsFromString('--heap-growing-percent=100')
// The first pages of a day are run by code that was compiled for nothing yet: a third of their time was its interpreter's.
setFlagsFromString('--always-sparkplug')
holdYoungObjects()
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => process.exit())
const { commands, help } = await import('./cli/commands.ts')
const { complain, say } = await import('./cli/terminal.ts')

const [name = 'help', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

try {
  if (command) await command.run(args)
  else {
    say('unknown_command', { command: name })
    help()
    process.exitCode = 2
  }
} catch (error) {
  complain(error)
  process.exitCode = 1
}
// What a library left open must not keep a command that has ended from ending.
process.exit()
