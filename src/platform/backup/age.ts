import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { BackupRefused } from './refusal.ts'

/** The first bytes of every file of the age format. */
export const ageMagic = Buffer.from('age-encryption.org/v1')

type Bytes = AsyncIterable<Uint8Array>

/** The keys in a file as `age -R` and `age-keygen` write it: one a line, `#` begins a comment. */
export function keysIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** @throws BackupRefused naming a recipient that is none, before anything is written */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch (error) {
      throw new BackupRefused('recipient_wrong', recipient, { cause: error })
    }
  }
  return encrypter
}

/** @throws BackupRefused when a line is no identity; the line itself is secret and never repeated */
export function decrypterFor(identities: readonly string[], file: string): Decrypter {
  const decrypter = new Decrypter()
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity)
    } catch {
      throw new BackupRefused('identity_wrong', file)
    }
  }
  if (identities.length === 0) throw new BackupRefused('identity_wrong', file)
  return decrypter
}

export async function* encrypt(encrypter: Encrypter, source: Bytes): AsyncGenerator<Uint8Array> {
  yield* readable(await encrypter.encrypt(webStream(source)))
}

/** @throws BackupRefused when no identity fits, or a byte differs */
export async function* decrypt(decrypter: Decrypter, source: Bytes): AsyncGenerator<Uint8Array> {
  // What the source itself throws is passed on as it is.
  let fault: { error: unknown } | undefined
  const watched = (async function* () {
    try {
      yield* source
    } catch (error) {
      fault = { error }
      throw error
    }
  })()
  try {
    yield* readable(await decrypter.decrypt(webStream(watched)))
  } catch (error) {
    if (fault) throw fault.error
    const unfit = /no identity matched/.test((error as Error).message)
    throw new BackupRefused(unfit ? 'no_identity_fits' : 'damaged', '', { cause: error })
  }
}

/** The library speaks web streams; Node's own and the browser's differ in their types alone. */
function webStream(source: Bytes): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>
}

function readable(stream: globalThis.ReadableStream<Uint8Array>): Bytes {
  return stream as unknown as Bytes
}
