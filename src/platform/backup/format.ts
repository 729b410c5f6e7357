import { z } from 'zod'

/** Raised when an older program could no longer read what is written. */
export const FORMAT = 1

export const HEADER = 'congdan-backup.json'
export const SEQUENCES = 'sequences.json'
export const MANIFEST = 'manifest.json'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().nonnegative()

/** First entry: what the archive is. */
export const Header = z.object({
  format: z.number().int().positive(),
  product: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** Those that had run, in order: the restored tables have the same shape. */
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Header = z.infer<typeof Header>

/** Where a sequence stands; the rest is for making one that no migration makes. */
const Sequence = z.object({
  name: z.string(),
  last: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
  type: z.enum(['smallint', 'integer', 'bigint']),
  increment: z.string().regex(/^-?\d+$/),
})
export type Sequence = z.infer<typeof Sequence>
export const Sequences = z.array(Sequence)

/** Last entry: what must have come before it. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Entries before this one, lists of digests included, and their bytes. */
  entries: Count,
  bytes: Count,
  /** SHA-256 of each list of digests, in order. */
  lists: z.array(Sha256),
  tables: z.array(z.object({ name: z.string(), rows: Count })),
  jobs: Count,
  files: z.object({ count: Count, bytes: Count }),
})
export type Manifest = z.infer<typeof Manifest>

export const nameOf = {
  secret: (name: string) => `secrets/${name}`,
  table: (table: string, part: number) => `tables/${table}/${numbered(part)}.copy`,
  jobs: (part: number) => `jobs/${numbered(part)}.copy`,
  file: (key: string) => `files/${key}`,
  /** In the form of `sha256sum`: `sha256sum -c` checks an unpacked archive by hand. */
  list: (part: number) => `digests/${numbered(part)}.sha256`,
}

function numbered(part: number): string {
  return String(part).padStart(6, '0')
}

/** Name of a secret: no dot, so that no half-written or set-aside file counts as one. */
export const secretName = /^[a-z][a-z0-9-]{0,40}$/

/** Name of a signing key of the public log, among the secrets of an archive. */
export const logKeyName = /^key-\d{1,9}-[0-9a-f]{8}$/

const patterns = {
  header: /^congdan-backup\.json$/,
  secret: /^secrets\/([a-z][a-z0-9-]{0,40})$/,
  table: /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{6,}\.copy$/,
  jobs: /^jobs\/\d{6,}\.copy$/,
  sequences: /^sequences\.json$/,
  file: /^files\/([0-9a-f]{40})$/,
  list: /^digests\/\d{6,}\.sha256$/,
  manifest: /^manifest\.json$/,
} as const
export type EntryKind = keyof typeof patterns

/** What an entry is, by its name; undefined for every name that no backup has, `../` among them. */
export function kindOf(entry: string): { kind: EntryKind; name: string } | undefined {
  for (const [kind, pattern] of Object.entries(patterns)) {
    const match = pattern.exec(entry)
    if (match) return { kind: kind as EntryKind, name: match[1] ?? '' }
  }
  return undefined
}
