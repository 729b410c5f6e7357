import type pg from 'pg'
import type { Sequence } from './format.ts'
import { quoted } from './session.ts'

/**
 * Where the sequences stand, asked after the rows were read: a number is drawn before its row is committed, so whatever stands in the
 * snapshot was drawn by now. A number too far ahead is skipped; none comes twice.
 */
export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; type: Sequence['type']; increment: string }>(
    `select c.relname::text as name, format_type(s.seqtypid, null) as type, s.seqincrement::text as increment
     from pg_class c join pg_sequence s on s.seqrelid = c.oid
     where c.relnamespace = current_schema()::regnamespace
     order by c.relname collate "C"`,
  )
  const sequences: Sequence[] = []
  for (const { name, type, increment } of rows) {
    const at = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${quoted(name)}`,
    )
    sequences.push({ name, type, increment, ...at.rows[0]! })
  }
  return sequences
}

/** Sets each; makes those that no migration makes, such as the numbers of codes of one year. */
export async function setSequences(client: pg.Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, type, increment, last, isCalled } of sequences) {
    await client.query(`create sequence if not exists ${quoted(name)} as ${type} increment by ${increment}`)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, isCalled])
  }
}
