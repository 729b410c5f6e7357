import type { Duplex } from 'node:stream'
import type pg from 'pg'

/** Rows in PostgreSQL's text form, never cut within a row. */
export interface CopiedRows {
  rows: number
  data: Buffer
}

/** What a part of a table weighs at most, unless one row alone is heavier. */
const PART_BYTES = 1_048_576

/** The part of node-postgres's connection that speaks COPY; its types leave it out. */
interface CopyConnection {
  stream: Duplex
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Uint8Array) => void
  endCopyFrom: () => void
  sendCopyFail: (message: string) => void
}

/** What node-postgres calls on a query that it did not make itself. */
interface CopyQuery {
  submit: (connection: CopyConnection) => void
  handleError: (error: Error) => void
  handleReadyForQuery: () => void
  handleCommandComplete: (message: { text: string }) => void
  handleCopyInResponse: (connection: CopyConnection) => void
  handleCopyData: (message: { chunk: Buffer }) => void
}

function submit(client: pg.Client, query: CopyQuery): void {
  client.query(query as unknown as pg.Submittable)
}

/** Runs `COPY … TO STDOUT`. The socket rests while a part waits to be taken: a large table takes no more memory than a small one. */
export async function* copyOut(client: pg.Client, sql: string, partBytes = PART_BYTES): AsyncGenerator<CopiedRows> {
  const ready: CopiedRows[] = []
  let filling = Buffer.allocUnsafe(partBytes)
  let used = 0
  let rows = 0
  let socket: Duplex | undefined
  let failure: Error | undefined
  let ended = false
  let wake: () => void = () => undefined

  const finishPart = () => {
    if (rows > 0) ready.push({ rows, data: filling.subarray(0, used) })
    used = 0
    rows = 0
    wake()
  }
  submit(client, {
    submit: (connection) => {
      socket = connection.stream
      connection.query(sql)
    },
    // One message is one row. Its bytes are the driver's own, overwritten by what comes next: they are copied at once.
    handleCopyData: ({ chunk }) => {
      if (used + chunk.length > filling.length) {
        finishPart()
        socket?.pause()
        filling = Buffer.allocUnsafe(Math.max(partBytes, chunk.length))
      }
      used += chunk.copy(filling, used)
      rows++
    },
    handleCopyInResponse: () => undefined,
    handleCommandComplete: () => undefined,
    handleError: (error) => {
      failure = error
      wake()
    },
    handleReadyForQuery: () => {
      ended = true
      finishPart()
    },
  })
  try {
    for (;;) {
      const part = ready.shift()
      if (part) yield part
      else if (failure) throw failure
      else if (ended) return
      else {
        await new Promise<void>((resolve) => {
          wake = resolve
          socket?.resume()
        })
      }
    }
  } finally {
    if (ended || failure) socket?.resume()
    // The reader left early: the rest of the rows cannot be called back, so the connection goes.
    else socket?.destroy()
  }
}

/**
 * Runs `COPY … FROM STDIN` with these bytes, no faster than the server takes them.
 * @returns how many rows were loaded
 * @throws what the source throws; then nothing of this call is loaded
 */
export function copyIn(client: pg.Client, sql: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let loaded = 0
    let refused = false
    let fault: { error: unknown } | undefined
    let sending: Promise<void> = Promise.resolve()

    const send = async (connection: CopyConnection) => {
      try {
        for await (const chunk of source) {
          if (refused) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain) await drained(connection.stream)
        }
        connection.endCopyFrom()
      } catch (error) {
        fault = { error }
        connection.sendCopyFail('the source broke off')
      }
    }
    submit(client, {
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: (connection) => {
        sending = send(connection)
      },
      handleCopyData: () => undefined,
      handleCommandComplete: ({ text }) => {
        loaded = Number(text.split(' ')[1])
      },
      handleError: (error) => {
        refused = true
        sending.finally(() => reject(fault ? fault.error : error))
      },
      handleReadyForQuery: () => resolve(loaded),
    })
  })
}

/** Resolves when more may be written, or nothing ever again. */
function drained(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done)
      stream.off('close', done)
      resolve()
    }
    stream.on('drain', done)
    stream.on('close', done)
  })
}
