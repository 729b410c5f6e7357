import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { parseAddCheckpoint, SIZE_TYPE } from '../shared/tlog/add-checkpoint.ts'
import { FormatError } from '../shared/tlog/bytes.ts'
import { formatSignature } from '../shared/tlog/note.ts'
import { formatVkey } from '../shared/tlog/vkey.ts'
import { type Answer, addCheckpoint, type Witness } from './answer.ts'

/** A checkpoint with a hundred signatures and a long proof is far below this. */
const BODY_LIMIT = 64 * 1024

export type Tell = (event: { status: Answer['status'] | 413 | 500; reason: string | null; size?: number; error?: unknown }) => void

/** The HTTP service of a witness (C2SP tlog-witness): `POST /add-checkpoint`, and at `/` who this is. */
export function witnessServer(witness: Witness, tell: Tell = () => undefined): Server {
  return createServer({ requestTimeout: 30_000, keepAliveTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error) => {
      // What went wrong is for the keeper of the witness; nothing was cosigned.
      tell({ status: 500, reason: null, error })
      if (!response.headersSent) send(response, 500, 'The witness could not answer.\n')
      else response.destroy()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://witness')
    if (pathname === '/') return readsOnly(request) ? introduce(response) : notAllowed(response, 'GET')
    if (pathname !== '/add-checkpoint') return send(response, 404, 'There is nothing here.\n')
    if (request.method !== 'POST') return notAllowed(response, 'POST')
    const body = await bodyOf(request)
    if (!body) {
      tell({ status: 413, reason: null })
      return send(response, 413, `At most ${BODY_LIMIT} bytes.\n`, { connection: 'close' })
    }
    const result = await answerTo(body)
    tell({ status: result.status, reason: result.reason, ...('size' in result ? { size: result.size } : {}) })
    return sendAnswer(response, result)
  }

  async function answerTo(body: Buffer): Promise<Answer> {
    try {
      return await addCheckpoint(witness, parseAddCheckpoint(body))
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      return { status: 400, reason: null, detail: error.message }
    }
  }

  async function introduce(response: ServerResponse): Promise<void> {
    const { key, logs } = witness
    const known = await Promise.all(
      [...new Set(logs.map(({ name }) => name))].map(async (origin) => `${origin}\n  ${(await witness.known(origin))?.size ?? 0}`),
    )
    const lines = ['Nhân chứng sổ công khai / witness of public logs', '', formatVkey(key.vkey), '', ...known]
    send(response, 200, `${lines.join('\n')}\n`)
  }
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.status === 200) send(response, 200, formatSignature(answer.cosignature))
  else if (answer.status === 409) send(response, 409, `${answer.known}\n`, { 'content-type': SIZE_TYPE })
  else send(response, answer.status, `${('detail' in answer && answer.detail) || sentences[answer.status]}\n`)
}

const sentences: Record<400 | 403 | 404 | 422, string> = {
  400: 'The old size is larger than the checkpoint.',
  403: 'No key that is trusted here has signed this checkpoint.',
  404: 'This log is not known here.',
  422: 'The proof does not lead from the checkpoint cosigned last to this one.',
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(body)
  const fixed = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  response.writeHead(status, { ...fixed, 'content-length': bytes.length, ...headers }).end(bytes)
}

function notAllowed(response: ServerResponse, allow: string): void {
  send(response, 405, 'Not so.\n', { allow })
}

const readsOnly = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/** Null when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  // The line stays open for the answer.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length
    if (length > BODY_LIMIT) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
