import pg from 'pg'
import { built } from './built.ts'
import type { Town } from './sizes.ts'

const { newId, programmeCounts, pruneTallies, taskCounts } = built

export interface Size {
  agencies: number
  /** Items of each agency's programme. */
  items: number
}

/** Sentences of the paper; items come from them in turn. */
const SENTENCES = 500
const PLAN_ITEMS = 250
const NOTES = 20
/** Agencies whose items one statement writes: 10,000 items with 200,000 notes at the most. */
const CHUNK = 20
/** A count is kept in as many rows as connections wrote it. */
const SLOTS = 32

/** Adds what is missing from `from` to `to`: agencies with their programmes under one plan, items with notes, evidence, sentences, history; then counts all anew. */
export async function addProgrammes(town: Town, from: Size, to: Size): Promise<void> {
  const client = new pg.Client({ connectionString: town.url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    // The rows are right by construction: references asked row by row would take most of the time.
    await client.query("select set_config('session_replication_role', 'replica', false) where current_setting('is_superuser') = 'on'")
    if (from.agencies === 0) await addPlan(client)
    await addAgencies(client, from.agencies, to.agencies)
    for (let first = 1; first <= to.agencies; first += CHUNK)
      await addItems(client, from, to, first, Math.min(first + CHUNK - 1, to.agencies))
    await keepCounts(client)
    // As the job leaves them that runs each night.
    await pruneTallies(town.db)
    await client.query(
      `vacuum analyze units, staff, documents, document_passages, programmes, programme_tasks, programme_task_anchors,
       programme_notes, programme_evidence, history_entries, tallies`,
    )
  } finally {
    await client.end()
  }
}

/** A paper of 500 sentences and the plan that was read from it. */
async function addPlan(client: pg.Client): Promise<void> {
  const [documentId, planId] = [newId(), newId()]
  await client.query(
    `insert into documents (authority_id, id, slug, status, kind, number, issuer, subject, issued_on, edition, published_at, created_at, updated_at)
     values (1, $1, 'bench-ke-hoach', 'published', 'plan', '900/KH-UBND', 'Ủy ban nhân dân', 'Kế hoạch công tác dân vận', current_date, 1, now(), now(), now())`,
    [documentId],
  )
  await client.query(`insert into document_editions values (1, $1, 1, 'Kế hoạch', now(), 'bench')`, [documentId])
  await client.query(
    `insert into document_passages (authority_id, document_id, edition, place, anchor_id, path, kind, text)
     select 1, $1, 1, g, uuidv7(), 'I/' || g, 'sentence', 'Câu thứ ' || g || ': các cơ quan, đơn vị tổ chức thực hiện nhiệm vụ được giao, báo cáo kết quả đúng hạn.'
     from generate_series(1, $2::int) g`,
    [documentId, SENTENCES],
  )
  await client.query(
    `insert into programmes (authority_id, id, slug, kind, document_id, title, status, starts_on, ends_on, published_on, created_at, updated_at)
     values (1, $1, 'bench-ke-hoach', 'plan', $2, 'Kế hoạch công tác dân vận', 'published', current_date - 300, current_date + 300, current_date, now(), now())`,
    [planId, documentId],
  )
  await client.query(
    `insert into programme_tasks (authority_id, id, code, programme_id, place, kind, title, status, due_on, late_from, updated_at)
     select 1, uuidv7(), 'BN-KH-2026-' || lpad(g::text, 5, '0'), $1, g, case when g <= 5 then 'objective' else 'task' end, 'Nhiệm vụ của kế hoạch ' || g,
       'planned', current_date + g - 31, current_date + g - 30, now()
     from generate_series(1, $2::int) g`,
    [planId, PLAN_ITEMS],
  )
  await client.query(
    `insert into programme_task_anchors select 1, t.id, p.document_id, p.anchor_id
     from programme_tasks t join document_passages p on p.document_id = $2 and p.place = t.place where t.programme_id = $1`,
    [planId, documentId],
  )
  await client.query(
    'create table bench_agencies (n integer primary key, unit_id uuid not null, programme_id uuid not null, person_id text not null)',
  )
}

/** The first agency is that of the demonstration's officers; each other one has a head and an officer. */
async function addAgencies(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `insert into bench_agencies
     select g, coalesce(own.unit_id, uuidv7()), uuidv7(), coalesce(own.person_id, 'bench-officer-' || g)
     from generate_series($1::int, $2::int) g
     left join lateral (select s.unit_id, s.person_id from staff s join auth_users u on u.id = s.person_id where u.username = 'nam' and g = 1) own on true`,
    [from + 1, to],
  )
  await client.query(
    `insert into units (authority_id, id, name, short_name, kind, valid_from, position)
     select 1, unit_id, 'Cơ quan số ' || n, 'Cơ quan ' || n, 'agency', '2016-01-01', 1000 + n from bench_agencies where n > greatest($1::int, 1)`,
    [from],
  )
  const people = `select role, n, unit_id, 'bench-' || role || '-' || n as id from bench_agencies cross join (values ('officer'), ('head')) as of (role) where n > greatest($1::int, 1)`
  await client.query(
    `insert into auth_users (id, username, name, email) select id, id, 'Cán bộ ' || n, id || '@vidu.example' from (${people}) as people`,
    [from],
  )
  await client.query(
    `insert into staff (authority_id, person_id, unit_id, roles, valid_from)
     select 1, id, unit_id, array[case role when 'head' then 'unitHead' else 'caseOfficer' end], '2016-01-01' from (${people}) as people`,
    [from],
  )
  await client.query(
    `insert into programmes (authority_id, id, slug, kind, plan_id, unit_id, document_id, title, status, due_on, starts_on, ends_on, published_on, created_at, updated_at)
     select 1, a.programme_id, 'bench-co-quan-' || a.n, 'agency', p.id, a.unit_id, p.document_id, 'Chương trình của cơ quan số ' || a.n, 'published',
       current_date - 100, current_date - 300, current_date + 300, current_date - 110, now(), now() - a.n * interval '1 minute'
     from bench_agencies a join programmes p on p.slug = 'bench-ke-hoach' where a.n > $1`,
    [from],
  )
}

/** Of ten items four are planned, two begun, one reported and three done; open ones are due over eight months, one month of which has passed. */
async function addItems(client: pg.Client, from: Size, to: Size, first: number, last: number): Promise<void> {
  await client.query(
    `create temp table fresh as
     select uuidv7() as id, a.n, i, a.programme_id, a.unit_id, a.person_id, p.id as plan_id, p.document_id,
       (array['planned', 'planned', 'planned', 'planned', 'inProgress', 'inProgress', 'reported', 'done', 'done', 'done'])[1 + i % 10] as status,
       case when i % 20 = 0 then null else current_date + (i * 7 + a.n) % 240 - 30 end as late_from
     from bench_agencies a join programmes p on p.slug = 'bench-ke-hoach' cross join generate_series(1, $3::int) i
     where a.n between $1 and $2 and (a.n > $4 or i > $5)`,
    [first, last, to.items, from.agencies, from.items],
  )
  const statements = [
    `insert into programme_tasks (authority_id, id, code, programme_id, place, kind, title, status, carries_id, unit_id, person_id, due_on, late_from,
       reported_by, reported_on, done_on, notes, evidence, said_done, said_not, updated_at)
     select 1, f.id, 'BN-NV-' || lpad(f.n::text, 4, '0') || '-' || lpad(f.i::text, 5, '0'), f.programme_id, f.i, 'task', 'Việc ' || f.i || ' của cơ quan số ' || f.n, f.status,
       c.id, f.unit_id, f.person_id, f.late_from - 1, f.late_from, case when f.status in ('reported', 'done') then f.person_id end,
       case when f.status in ('reported', 'done') then current_date - 9 end, case when f.status = 'done' then current_date - 2 end, ${NOTES},
       case when f.status in ('reported', 'done') then 2 else 0 end, case when f.i % 10 = 8 then 4 else 0 end, case when f.i % 50 = 9 then 3 else 0 end, now() - f.i * interval '1 minute'
     from fresh f join programme_tasks c on c.programme_id = f.plan_id and c.place = 6 + f.i % ${PLAN_ITEMS - 5}`,
    `insert into programme_task_anchors
     select 1, f.id, f.document_id, p.anchor_id from fresh f join document_passages p on p.document_id = f.document_id and p.place = 1 + f.i % ${SENTENCES}`,
    `insert into programme_evidence (authority_id, id, task_id, ref_type, ref_id, caption, added_at, added_by)
     select 1, uuidv7(), f.id, shown.type, shown.id, 'Kết quả của việc này', now(), f.person_id
     from fresh f cross join lateral (values ('document', f.document_id), ('article', (select id from articles where status = 'published' order by slug limit 1))) as shown (type, id)
     where f.status in ('reported', 'done') and shown.id is not null`,
    `insert into programme_notes (authority_id, id, task_id, at, person_id, words, audience)
     select 1, uuidv7(), f.id, now() - note * interval '1 day', f.person_id, 'Ghi chú ' || note || ': đã làm việc với khu phố, đang hoàn thiện hồ sơ để báo cáo.',
       case when note % 5 = 0 then 'internal' else 'public' end
     from fresh f cross join generate_series(1, ${NOTES}) note`,
    `insert into history_entries (authority_id, matter_type, matter_id, seq, id, type, at, actor_role, actor_id, audience, facts)
     select 1, 'task', f.id, note, uuidv7(), 'task.noted', now() - (${NOTES + 1} - note) * interval '1 day', 'owner', f.person_id,
       case when note % 5 = 0 then 'internal' else 'public' end, jsonb_build_object('noteId', f.id)
     from fresh f cross join generate_series(1, ${NOTES}) note`,
    'drop table fresh',
  ]
  for (const statement of statements) await client.query(statement)
}

/** All items and programmes counted as the acts count them, the counts spread over as many rows as connections would have written. */
async function keepCounts(client: pg.Client): Promise<void> {
  const kept = new Map<string, [name: string, owner: string, bucket: string, slot: number, n: number]>()
  const count = (counts: ReturnType<typeof taskCounts>, place: number) => {
    for (const { name, owner, bucket } of counts) {
      const slot = place % SLOTS
      const key = `${name}|${owner}|${bucket}|${slot}`
      const entry = kept.get(key) ?? [name, owner, bucket, slot, 0]
      entry[4]++
      kept.set(key, entry)
    }
  }
  const programmes = await client.query('select id, kind, plan_id as "planId", status from programmes')
  for (const [i, row] of programmes.rows.entries()) count(programmeCounts(row), i)
  const byId = new Map(programmes.rows.map((row) => [row.id, row]))
  const tasks = await client.query(
    `select programme_id as "programmeId", kind, status, unit_id as "unitId", late_from::text as "lateFrom", evidence,
       said_done as "saidDone", said_partly as "saidPartly", said_not as "saidNot" from programme_tasks`,
  )
  for (const [i, row] of tasks.rows.entries()) count(taskCounts(row, byId.get(row.programmeId)), i)
  const rows = [...kept.values()]
  await client.query("delete from tallies where name in ('task.status', 'task.due', 'task.proof', 'task.saying', 'programme.status')")
  await client.query(
    'insert into tallies (authority_id, name, owner, bucket, slot, n) select 1, * from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::bigint[])',
    [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column])),
  )
}
