import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'

/** A command of ours in a process of its own; killed after the last test if it is still there. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['tests/support/run-command.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const gone = once(child, 'exit')
  afterAll(() => void child.kill('SIGKILL'))
  return { child, gone, lineOn: (stream: 'stdout' | 'stderr', wanted: RegExp) => lineOn(child, stream, wanted) }
}

/** Waits for a line that it prints. What comes afterwards is read and dropped, so that it never waits for us. */
async function lineOn(child: ChildProcess, name: 'stdout' | 'stderr', wanted: RegExp): Promise<string> {
  const stream = child[name]!
  const said: string[] = []
  for await (const line of createInterface({ input: stream })) {
    said.push(line)
    if (!wanted.test(line)) continue
    stream.resume()
    return line
  }
  throw new Error(`It never said ${wanted}:\n${said.join('\n')}`)
}
