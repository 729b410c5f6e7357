import { addAbortSignal } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import type { FastifyInstance } from 'fastify'

/**
 * `fetch` for whoever speaks HTTP to this very application: a visitor without a name, without a network. The host of the address chooses
 * the authority, as it does outside.
 * @param visitor stands for the visitor's address where visitors are slowed down
 */
export function inProcessFetch(app: Pick<FastifyInstance, 'inject'>, visitor: string) {
  return async (address: string, { signal }: { signal?: AbortSignal | null | undefined } = {}): Promise<Response> => {
    const { host, pathname, search } = new URL(address)
    const answer = await app.inject({
      method: 'GET',
      url: pathname + search,
      headers: { host },
      remoteAddress: visitor,
      // Whole files go through in pieces.
      payloadAsStream: true,
    })
    const stream = answer.stream()
    // Of the answer alone: the request has nothing to break off, and would fail long after its end.
    if (signal) addAbortSignal(signal, stream)
    // Not `Readable.toWeb`: of a body that its reader gave up, it throws where nobody can catch it.
    const body = ReadableStream.from<Uint8Array>(stream)
    return new Response(body as unknown as BodyInit, { status: answer.statusCode })
  }
}
