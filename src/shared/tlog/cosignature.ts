import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8 } from './bytes.ts'
import { isSignedBy, type NoteSignature, noteVerifier, type Verifier } from './note.ts'
import { keyTypes, type SigningKey, type Vkey } from './vkey.ts'

/** Bytes of the time before the signature. */
const TIME = 8
const SIGNATURE = 64

/** What a witness signs (C2SP tlog-cosignature, Ed25519): the time, then the checkpoint as it is. */
function message(checkpoint: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${checkpoint}`
}

/**
 * Says: at this time, this is the largest tree of that log that I know, and it goes on from all that I knew.
 * @param checkpoint text of the checkpoint, with its last line break
 */
export function cosign({ vkey, seed }: SigningKey, checkpoint: string, at: Date): NoteSignature {
  if (vkey.type !== keyTypes.cosignature) throw new Error('Only a key of type 0x04 makes cosignatures.')
  const seconds = Math.floor(at.getTime() / 1000)
  const time = new Uint8Array(TIME)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  const signature = ed25519.sign(utf8(message(checkpoint, seconds)), seed)
  return { name: vkey.name, keyId: vkey.keyId, bytes: concatBytes(time, signature) }
}

/** When a cosignature says that it was made; null for a signature of another kind. Believe it only of a checked one. */
export function cosignedAt({ bytes }: Pick<NoteSignature, 'bytes'>): Date | null {
  if (bytes.length !== TIME + SIGNATURE) return null
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  // The last second that a Date can hold, far below the 2^63 of the format.
  return seconds <= 8_640_000_000_000n ? new Date(Number(seconds) * 1000) : null
}

export function cosignatureVerifier({ name, keyId, type, publicKey }: Vkey): Verifier {
  if (type !== keyTypes.cosignature) throw new Error('This key signs notes: use noteVerifier().')
  return {
    name,
    keyId,
    verify(text, signature) {
      const at = cosignedAt({ bytes: signature })
      return at !== null && isSignedBy(publicKey, message(text, at.getTime() / 1000), signature.subarray(TIME))
    },
  }
}

/** The verifier that a key's kind asks for. */
export function verifierOf(vkey: Vkey): Verifier {
  return vkey.type === keyTypes.cosignature ? cosignatureVerifier(vkey) : noteVerifier(vkey)
}
