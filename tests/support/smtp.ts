import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  from: string
  to: string[]
  /** As it went over the wire. */
  raw: string
  /** Header lines, unfolded. */
  headers: string[]
  /** Words of the mail, decoded. */
  body: string
}

export interface TestSmtp {
  url: string
  port: number
  received: Received[]
  close: () => Promise<void>
}

interface Options extends SMTPServerOptions {
  port?: number
  /** Called when a mail has come in whole; it is acknowledged when the promise resolves. */
  beforeAcknowledging?: (mail: Received) => Promise<void>
}

/** A real mail server on a loopback port for one test, without TLS or passwords; closed when the test ends. */
export async function startSmtp({ port = 0, beforeAcknowledging, ...options }: Options = {}): Promise<TestSmtp> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = receivedFrom(Buffer.concat(chunks).toString(), session.envelope)
        const acknowledge = () => {
          received.push(mail)
          done()
        }
        Promise.resolve(beforeAcknowledging?.(mail)).then(acknowledge, done)
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = (server.server.address() as AddressInfo).port
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= new Promise((resolve) => server.close(resolve))
    return closed
  }
  onTestFinished(close)
  return { url: `smtp://127.0.0.1:${at}`, port: at, received, close }
}

function receivedFrom(raw: string, envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }): Received {
  const split = raw.indexOf('\r\n\r\n')
  const headers = raw
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const encoding = headers.find((line) => /^content-transfer-encoding:/i.test(line)) ?? ''
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
    raw,
    headers,
    body: decoded(raw.slice(split + 4), encoding),
  }
}

function decoded(text: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(text, 'base64').toString()
  if (!/quoted-printable/i.test(encoding)) return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
