// `congdan …` of the source itself, as a process of its own that can be killed: node tests/support/run-command.mjs import nukeviet …
import { createServer } from 'vite'

const vite = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
})
const { commands } = await vite.ssrLoadModule('/src/cli/commands.ts')
const [name, ...args] = process.argv.slice(2)
process.exitCode = await commands[name].run(args)
await vite.close()
