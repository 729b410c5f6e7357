import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Lang, langs } from '../shared/lang.ts'
import { formatVkey, isKeyName, keyTypes, parseVkey, type Vkey } from '../shared/tlog/vkey.ts'
import type { Witness } from '../witness/answer.ts'
import { evidenceIn } from '../witness/evidence.ts'
import { type Pulled, pullOnce } from '../witness/pull.ts'
import { type Tell, witnessServer } from '../witness/server.ts'
import { StartRefusal } from '../witness/start-refusal.ts'
import { openWitness } from '../witness/state.ts'
import { text } from '../witness/text.ts'
import { townAt } from '../witness/town.ts'
import { answerUse, langIn } from './asked.ts'
import { untilSignal } from './until-signal.ts'

export interface WitnessIo {
  stdout: Writable
  stderr: Writable
  /** Ends it; a signal of the system otherwise. */
  until?: Promise<void>
}

/** `congdan witness`: needs no database. 0 done, 1 refused with a reason, 2 wrong use. */
export async function witness(args: string[], io: WitnessIo = process): Promise<number> {
  const asked = understood(args)
  const words = text[asked.lang]
  const told = answerUse(asked, words, io)
  if (told !== null || 'wrong' in asked) return told ?? 2
  try {
    return await run(asked, io)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    io.stderr.write(`${words.start[error.code]}\n`)
    return error.code === 'nameMissing' ? 2 : 1
  }
}

async function run(asked: Asked, io: WitnessIo): Promise<number> {
  const words = text[asked.lang]
  const state = await openWitness(asked.folder, asked.name)
  try {
    io.stdout.write(asked.onlyKey ? `${formatVkey(state.key.vkey)}\n` : `${words.key(formatVkey(state.key.vkey))}\n${words.handOn}\n`)
    if (asked.onlyKey) return 0
    const own: Witness = { ...state, logs: asked.logs, keepEvidence: evidenceIn(asked.folder), now: () => new Date() }
    const until = io.until ?? untilSignal()
    return asked.url === null ? await listen(own, asked, io, until) : await pull(own, asked, asked.url, io, until)
  } finally {
    await state.close()
  }
}

async function listen(own: Witness, { lang, host, port, folder }: Asked, io: WitnessIo, until: Promise<void>): Promise<number> {
  const words = text[lang]
  const tell: Tell = ({ status, reason, size, error }) => {
    if (error) io.stderr.write(`${stamp()} ${words.broken} ${error instanceof Error ? error.message : String(error)}\n`)
    else if (status === 200 && size !== undefined) io.stdout.write(`${stamp()} ${words.cosigned(size)}\n`)
    else io.stdout.write(`${stamp()} ${words.answered(status as 400)} ${refusedIn(lang, reason, folder)}\n`)
  }
  const server = witnessServer(own, tell)
  const address = await opened(server, host, port)
  io.stdout.write(`${words.listening(address)}\n`)
  await until
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  return 0
}

function opened(server: Server, host: string, port: number): Promise<string> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      done(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`)
    })
  })
}

async function pull(own: Witness, asked: Asked, url: string, io: WitnessIo, until: Promise<void>): Promise<number> {
  const words = text[asked.lang]
  const town = townAt(url)
  if (asked.once) {
    const pulled = await pullOnce(own, town)
    report(pulled, asked, io)
    return pulled.outcome === 'cosigned' ? 0 : 1
  }
  io.stdout.write(`${words.pulling(url, asked.every)}\n`)
  const ending = new AbortController()
  until.then(() => ending.abort())
  while (!ending.signal.aborted) {
    report(await pullOnce(own, town), asked, io)
    await pause(asked.every * 1000, ending.signal)
  }
  return 0
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function report(pulled: Pulled, { lang, folder }: Asked, io: WitnessIo): void {
  const words = text[lang]
  if (pulled.outcome === 'cosigned') {
    io.stdout.write(`${stamp()} ${words.cosigned(pulled.size)}\n`)
    return
  }
  if (pulled.outcome === 'failed') {
    io.stderr.write(`${stamp()} ${words.failed[pulled.because]} (${pulled.detail})\n`)
    return
  }
  const heads = words.heads(pulled.known, pulled.shown)
  io.stderr.write(`${stamp()} ${refusedIn(lang, pulled.reason, folder)} ${heads}${pulled.told ? '' : ` ${words.notTold}`}\n`)
}

function refusedIn(lang: Lang, reason: string | null, folder: string): string {
  const { refused, evidence } = text[lang]
  if (reason === null || !Object.hasOwn(refused, reason)) return ''
  return `${refused[reason as keyof typeof refused]} ${evidence(join(folder, 'evidence'))}`
}

const stamp = () => new Date().toISOString()

interface Asked {
  lang: Lang
  help: boolean
  folder: string
  name: string | null
  logs: readonly Vkey[]
  url: string | null
  every: number
  once: boolean
  onlyKey: boolean
  host: string
  port: number
}

function understood(args: string[]): Asked | { wrong: string; lang: Lang } {
  const lang = langIn(args)
  const wrong = (what: string) => ({ wrong: what, lang })
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        log: { type: 'string', multiple: true, default: [] },
        url: { type: 'string' },
        every: { type: 'string', default: '300' },
        once: { type: 'boolean', default: false },
        key: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8090' },
        lang: { type: 'string', default: 'vi' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const [folder = '', ...more] = positionals
    const every = Number(values.every)
    const port = Number(values.port)
    if (!langs.some((known) => known === values.lang)) return wrong('--lang vi|en')
    if (!values.help) {
      if (folder === '' || more.length > 0) return wrong(text[lang].oneFolder)
      if (values.name !== undefined && !isKeyName(values.name)) return wrong(`--name ${values.name}`)
      if (!values.key && values.log.length === 0) return wrong('--log')
      if (values.url !== undefined && !/^https?:$/.test(URL.parse(values.url)?.protocol ?? '')) return wrong(`--url ${values.url}`)
      if (!/^\d+$/.test(values.every) || every < 10 || every > 86_400) return wrong(`--every ${values.every}`)
      if (!/^\d+$/.test(values.port) || port > 65_535) return wrong(`--port ${values.port}`)
    }
    const logs = values.log.map(parseVkey)
    const notLog = logs.find(({ type }) => type !== keyTypes.note)
    if (notLog) return wrong(`--log ${formatVkey(notLog)}`)
    return {
      lang,
      help: values.help,
      folder: resolve(folder),
      name: values.name ?? null,
      logs,
      url: values.url ?? null,
      every,
      once: values.once,
      onlyKey: values.key,
      host: values.host,
      port,
    }
  } catch (error) {
    return wrong((error as Error).message)
  }
}
