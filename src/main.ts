import { commands, usage } from './cli/commands.ts'

const [name = '--help', ...args] = process.argv.slice(2)

if (name === '--help' || name === '-h' || name === 'help') {
  process.stdout.write(usage())
} else if (Object.hasOwn(commands, name)) {
  commands[name]!.run(args).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
      process.exitCode = 1
    },
  )
} else {
  process.stderr.write(`Không có lệnh “${name}”. / There is no command "${name}".\n\n${usage()}`)
  process.exitCode = 2
}
