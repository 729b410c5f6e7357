import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitment } from '../../src/modules/history/index.ts'
import { integrateLogs, type Leaf, readLeaf } from '../../src/modules/log/index.ts'
import { publicForms } from '../../src/public-forms.ts'
import { canonicalJson } from '../../src/shared/canonical-json.ts'
import { testApp } from '../support/app.ts'
import { filing } from '../support/filing.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const town = await testApp({ petitions: true, now })
const { app, db } = town
const folder = mkdtempSync(join(tmpdir(), 'congdan-town-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const integrate = () =>
  integrateLogs({
    ...{ db, folder, forms: publicForms, publicUrl: null, onAdded: () => undefined },
    sites: async () => [{ id: 1, slug: 'phuoc-long', host: null }],
    log: {
      error: (details) => {
        throw (details as { err: Error }).err
      },
    },
  })

interface Logged {
  leaf: Leaf
  text: string
  entryId: string
}
let leaves: Logged[] = []
beforeAll(async () => {
  await integrate()
  const rows = await db.selectFrom('log_leaves').select(['entry_id', 'leaf']).orderBy('position').execute()
  leaves = rows.map((row) => ({ leaf: readLeaf(row.leaf), text: row.leaf.toString('utf8'), entryId: row.entry_id }))
})

describe('the town’s whole history', () => {
  test('stands in the log, entry by entry, and nothing that is not public', async () => {
    const { n } = await db
      .selectFrom('history_entries')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('audience', '=', 'public')
      .executeTakeFirstOrThrow()
    expect(leaves.length).toBe(n)
    expect(n).toBeGreaterThan(150)
    const inside = await db.selectFrom('history_entries').select('id').where('audience', '<>', 'public').execute()
    const logged = new Set(leaves.map(({ entryId }) => entryId))
    expect(inside.filter(({ id }) => logged.has(id))).toEqual([])
  })

  test('is told by the forms: no entry of it is bare that has something to say', () => {
    const types = new Set(leaves.map(({ leaf }) => leaf.type))
    expect(types.size).toBeGreaterThan(15)
    expect([...types].filter((type) => !Object.hasOwn(publicForms, type))).toEqual([])
    const received = leaves.find(({ leaf }) => leaf.type === 'petition.received')!
    expect(Object.keys(received.leaf.facts).toSorted()).toEqual(['channel', 'code', 'contentCommitment', 'dueOn', 'kind', 'publish'])
  })
})

/** Everything personal that the town's database knows: names, numbers, addresses, and every word that anybody wrote. */
async function dictionary(): Promise<string[]> {
  const { rows } = await sql<{ word: string | null }>`
    select unnest(array[name, phone, email, address, identity_number]) as word from petition_filers
    union select unnest(array[name, username, email]) from auth_users
    union select words from history_words where words <> ''
    union select unnest(array[subject, body, public_subject, public_body, hamlet_text]) from petitions
    union select text from petition_answers union select words from petition_verifications`.execute(db)
  const whole = rows.map(({ word }) => word?.trim() ?? '').filter((word) => word.length > 1)
  // Parts of names, and numbers as somebody else would write them.
  const parts = whole.flatMap((word) => word.split(/\s+/))
  const digits = whole
    .filter((word) => /^[\d .+-]{8,}$/.test(word))
    .flatMap((word) => [word.replace(/\D/g, ''), word.replace(/\D/g, '').replace(/^0/, '84')])
  return [...new Set([...whole, ...parts, ...digits])]
}

/** What whoever has the published log can compute of a word: plain hashes, and keyed ones under all that the leaf itself says. */
function guesses(word: string, { leaf, entryId, text }: Logged): string[] {
  const keys = ['', '\0', leaf.matter.id, entryId, leaf.type, leaf.at, leaf.authority, String(leaf.facts['code'] ?? ''), text]
  return [
    createHash('sha256').update(word).digest('hex'),
    createHash('sha256').update(`${leaf.matter.id}${word}`).digest('hex'),
    ...keys
      .flatMap((key) => [key, Buffer.from(key.replaceAll('-', ''), 'hex')])
      .map((key) => createHmac('sha256', key).update(word).digest('hex')),
  ]
}

const commitmentsOf = ({ leaf }: Logged) =>
  Object.entries(leaf.facts)
    .filter(([name]) => name.endsWith('Commitment'))
    .map(([, value]) => String(value))

describe('whoever has the log and a dictionary of the town', () => {
  test('finds no name, no number and no word of anybody in it', async () => {
    const words = (await dictionary()).filter((word) => word.length >= 4)
    const named = await sql<{ name: string }>`select name from petition_filers union select name from auth_users`.execute(db)
    expect(words.length).toBeGreaterThan(1_000)
    // A word of a text may be a word of the code ("no", "2026"): names, numbers and whole texts are looked for as they stand.
    const telling = words.filter((word) => named.rows.some(({ name }) => name === word) || /\d{8}/.test(word) || word.includes(' '))
    const all = leaves.map(({ text }) => text).join('\n')
    expect(telling.filter((word) => all.includes(word))).toEqual([])
    expect(all).not.toMatch(/[À-ỹ]/)
    // Whoever acted stands in the history by id; in the log not even so.
    const actors = await db.selectFrom('history_entries').select('actor_id').distinct().where('actor_id', 'is not', null).execute()
    expect(actors.length).toBeGreaterThan(3)
    expect(actors.filter(({ actor_id }) => all.includes(actor_id!))).toEqual([])
  })

  test('cannot guess what a commitment commits to', async () => {
    const published = new Set(leaves.flatMap(commitmentsOf))
    expect(published.size).toBeGreaterThan(100)
    const words = await dictionary()
    // Words under the keys of one leaf each, and of some leaves all words.
    const found: string[] = []
    for (const [at, word] of words.entries()) {
      for (const logged of [leaves[at % leaves.length]!, leaves[(at * 31) % leaves.length]!])
        if (guesses(word, logged).some((guess) => published.has(guess))) found.push(word)
    }
    const own = await sql<{ entry_id: string; words: string }>`select entry_id, words from history_words where words <> ''`.execute(db)
    for (const { entry_id, words: text } of own.rows) {
      const logged = leaves.find(({ entryId }) => entryId === entry_id)
      if (logged && guesses(text, logged).some((guess) => published.has(guess))) found.push(text)
    }
    const contents = await sql<{ id: string; subject: string; body: string }>`select id, subject, body from petitions`.execute(db)
    for (const { id, subject, body } of contents.rows) {
      const logged = leaves.find(({ leaf }) => leaf.type === 'petition.received' && leaf.matter.id === id)
      if (logged && guesses(canonicalJson({ subject, body }), logged).some((guess) => published.has(guess))) found.push(subject)
    }
    expect(found).toEqual([])
  })

  test('the same attack finds a commitment that was made without a salt, and with the salt each one opens', async () => {
    const { entry_id, field, words, salt } = await db
      .selectFrom('history_words')
      .innerJoin('log_leaves', 'log_leaves.entry_id', 'history_words.entry_id')
      .select(['history_words.entry_id', 'field', 'words', 'salt'])
      .where('words', '<>', '')
      .executeTakeFirstOrThrow()
    const logged = leaves.find(({ entryId }) => entryId === entry_id)!
    expect(logged.leaf.facts[`${field}Commitment`]).toBe(commitment(words, salt))
    const unsalted = { ...logged, leaf: { ...logged.leaf, facts: { nameCommitment: commitment('Trương Thị Bình', Buffer.alloc(0)) } } }
    expect(guesses('Trương Thị Bình', unsalted)).toContain(commitmentsOf(unsalted)[0])
  })
})

test('a filing that is acknowledged stands in the log a moment after it is spread', async () => {
  const { code } = (await app.inject({ method: 'POST', url: '/api/v1/petitions', payload: filing() })).json()
  await app.flushFilings()
  await integrate()
  const last = await db.selectFrom('log_leaves').select('leaf').orderBy('position', 'desc').executeTakeFirstOrThrow()
  expect(readLeaf(last.leaf)).toMatchObject({ type: 'petition.received', facts: { code } })
})
