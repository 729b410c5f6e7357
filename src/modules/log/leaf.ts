import { canonicalJson } from '../../shared/canonical-json.ts'
import { instantText } from '../../shared/civil-date.ts'
import { type PublicForms, publicFacts } from '../history/index.ts'

/** An entry of the history, as it lies in its row. */
export interface LoggedEntry {
  id: string
  matterType: string
  matterId: string
  seq: number
  type: string
  at: Date
  role: string | null
  facts: Record<string, unknown>
}

/** What stands in the log of one public step: the statement that a receipt carries. */
export interface Leaf {
  v: 1
  /** Name of the log. */
  authority: string
  matter: { type: string; id: string }
  /** Which step of the matter: 1, 2, 3 …; steps that are not public leave gaps. */
  seq: number
  type: string
  /** RFC 3339, Vietnamese time, to the second. */
  at: string
  /** As what somebody did it, never who. */
  role: string | null
  facts: Record<string, unknown>
}

/** A type without a public form goes out bare: that it happened, and nothing of what. */
export function leafOf(entry: LoggedEntry, authority: string, forms: PublicForms): Leaf {
  const { matterType, matterId, seq, type, at, role, facts } = entry
  return {
    v: 1,
    authority,
    matter: { type: matterType, id: matterId },
    seq,
    type,
    at: instantText(at),
    role: role !== null && /^[a-zA-Z]{1,40}$/.test(role) ? role : null,
    facts: publicFacts(forms[type], facts),
  }
}

/** The bytes that are hashed: canonical JSON (RFC 8785), UTF-8. */
export function leafBytes(leaf: Leaf): Buffer {
  return Buffer.from(canonicalJson(leaf), 'utf8')
}

/** Reads bytes that `leafBytes` wrote. */
export function readLeaf(bytes: Uint8Array): Leaf {
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Leaf
}

/**
 * What a leaf says that its entry no longer says; empty where they agree. A form may have been widened or narrowed since the leaf was
 * written: only what the leaf does say is compared.
 */
export function contradictions(leaf: Leaf, entry: LoggedEntry): string[] {
  const said: Record<string, unknown> = { ...leaf, facts: undefined, v: undefined, authority: undefined }
  const bare = leafOf(entry, leaf.authority, {})
  const wrong = (['matter', 'seq', 'type', 'at', 'role'] as const).filter((key) => canonicalJson(said[key]) !== canonicalJson(bare[key]))
  const facts = Object.entries(leaf.facts)
    .filter(([name, value]) => canonicalJson(value) !== canonicalJson(entry.facts[name] ?? null))
    .map(([name]) => `facts.${name}`)
  return [...wrong, ...facts]
}
