import { commands, help } from './cli/commands.ts'
import { complain, say } from './cli/terminal.ts'

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
  complainOfArguments(error) || complain(error)
  process.exitCode = 1
}
// What a library left open must not keep a command that has ended from ending.
process.exit()

function complainOfArguments(error: unknown): boolean {
  const ours = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (ours) say('wrong_arguments', { reason: error.message })
  return ours
}
