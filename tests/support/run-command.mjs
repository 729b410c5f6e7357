// `congdan …` of the source itself, as a process of its own that can be killed: node tests/support/run-command.mjs import nukeviet …
import { register } from 'node:module'

register('./load-source.mjs', import.meta.url)
const { commands } = await import('../../src/cli/commands.ts')
const [name, ...args] = process.argv.slice(2)
process.exitCode = await commands[name].run(args)
