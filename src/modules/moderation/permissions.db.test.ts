import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { anyAddress } from '../../../tests/support/filing.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { commentTown, type Sent } from '../comments/test-app.ts'
import { lifecycle, type ModerationAct, type ModerationRole, moderationActs } from './lifecycle.ts'
import { itemStatuses } from './moderation.ts'

let minute = 0
const town = await commentTown({ now: () => new Date(Date.parse('2026-11-26T09:00:00+07:00') + minute++ * 60_000) })
const { app, db, sent, shown, decide, itemOf } = town

const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]
const roleOf: Partial<Record<Caller, ModerationRole>> = { tuyet: 'editor', lam: 'chairman', phuc: 'auditor' }
const decides = (caller: Caller) => ['editor', 'chairman'].includes(roleOf[caller] ?? '')
const inputs: Record<ModerationAct, object> = {
  approve: {},
  remove: { reason: 'offTopic' },
  restore: {},
  resend: { body: 'Bản sửa' },
  withdraw: {},
}
const cookies = new Map<Caller, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await town.cookieOf(username))
})
const headersOf = (caller: Caller): Record<string, string> => (caller === 'visitor' ? {} : { cookie: cookies.get(caller)! })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller), remoteAddress: anyAddress() })
const post = (headers: Record<string, string>, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers, remoteAddress: anyAddress() })
const doAct = async (caller: Caller, { id }: Sent, act: ModerationAct) =>
  post(headersOf(caller), `/api/v1/office/moderation/${(await itemOf(id)).id}/acts/${act}`, inputs[act])
const ownAct = (headers: Record<string, string>, { id }: Sent, act: 'resend' | 'withdraw') =>
  post(headers, `/api/v1/comments/${id}/acts/${act}`, inputs[act])
const withSecret = ({ secret }: Sent) => ({ 'x-comment-secret': secret })

type Make = (change?: Record<string, unknown>) => Promise<Sent>
/** Every status of the table, and what is shown at once and unread. */
const states: Record<string, { status: (typeof itemStatuses)[number]; step: 'read' | 'unread'; make: Make }> = {
  waiting: { status: 'waiting', step: 'unread', make: sent },
  shown: { status: 'shown', step: 'read', make: shown },
  'shown, and not read yet': {
    status: 'shown',
    step: 'unread',
    make: async (change) => {
      const set = { authority_id: 1, subject_type: 'comment', show_at_once: true, changed_by: 'x', changed_at: new Date() }
      await db.insertInto('moderation_settings').values(set).execute()
      const comment = await sent(change)
      await db.deleteFrom('moderation_settings').execute()
      return comment
    },
  },
  removed: {
    status: 'removed',
    step: 'read',
    make: async (change) => {
      const comment = await shown(change)
      await decide('tuyet', comment.id, 'remove', { reason: 'insult' })
      return comment
    },
  },
  withdrawn: {
    status: 'withdrawn',
    step: 'read',
    make: async (change) => {
      const comment = await sent(change)
      await ownAct(withSecret(comment), comment, 'withdraw')
      return comment
    },
  },
}

test('the walk names every status that there is', () => {
  expect([...new Set(Object.values(states).map(({ status }) => status))]).toEqual([...itemStatuses])
})

describe.each(Object.entries(states))('what is %s', (_name, { status, step, make }) => {
  /** The row of the table that holds now. */
  const moveOf = (act: ModerationAct) => {
    const move = lifecycle[status][act]
    return move && (!move.at || move.at.includes(step)) ? move : undefined
  }
  function expected(caller: Caller, act: ModerationAct): number {
    const role = roleOf[caller]
    if (caller === 'visitor') return 401
    if (!role) return 403
    const move = moveOf(act)
    if (!move) return 409
    return move.by.includes(role) ? 200 : 403
  }

  test('stands so', async () => {
    expect(
      await db
        .selectFrom('moderation_items')
        .select(['status', 'step'])
        .where('subject_id', '=', (await make()).id)
        .execute(),
    ).toEqual([{ status, step }])
  })

  test.each(callers)('%s: every act that is not theirs, or not now, is refused and writes nothing', async (caller) => {
    const comment = await make()
    const before = { rows: await rowCounts(db), item: await itemOf(comment.id) }
    for (const act of moderationActs) {
      const wanted = expected(caller, act)
      if (wanted === 200) continue
      const answer = await doAct(caller, comment, act)
      expect([act, answer.statusCode], answer.body).toEqual([act, wanted])
    }
    expect({ rows: await rowCounts(db), item: await itemOf(comment.id) }).toEqual(before)
  })

  test('every act that is allowed is done, with one entry in the history', async () => {
    for (const act of moderationActs) {
      for (const caller of callers) {
        if (expected(caller, act) !== 200) continue
        const comment = await make()
        const before = await rowCounts(db)
        const answer = await doAct(caller, comment, act)
        expect([act, caller, answer.statusCode], answer.body).toEqual([act, caller, 200])
        expect((await rowCounts(db))['history_entries']! - before['history_entries']!).toBe(1)
        const { to } = moveOf(act)!
        expect((await itemOf(comment.id)).status).toBe(to === 'same' ? status : to)
      }
    }
  })

  test('who reads it, and the buttons are the very acts that are allowed', async () => {
    const { id } = await itemOf((await make()).id)
    for (const caller of callers) {
      const reads = caller in roleOf
      const [page, json] = [await get(caller, `/lam-viec/kiem-duyet/${id}`), await get(caller, `/api/v1/office/moderation/${id}`)]
      const guest = caller === 'visitor'
      expect([caller, page.statusCode, json.statusCode]).toEqual([caller, reads ? 200 : guest ? 303 : 403, reads ? 200 : guest ? 401 : 403])
      const forms = [...page.body.matchAll(/action="\/lam-viec\/kiem-duyet\/[^"/]+\/([a-z]+)"/g)].map(([, act]) => act!)
      expect([caller, forms.toSorted()]).toEqual([caller, moderationActs.filter((act) => expected(caller, act) === 200).toSorted()])
    }
  })

  test.each(['resend', 'withdraw'] as const)(
    '%s: by its writer, with the secret or the account, where the table says; by nobody else',
    async (act) => {
      const allowed = moveOf(act)?.by.includes('writer') ? 200 : 409
      const seen = status === 'shown' || status === 'removed'
      const account = { cookie: cookies.get('binh')! }
      const guest = await make()
      const before = { rows: await rowCounts(db), item: await itemOf(guest.id) }
      // What was never public is unknown to whoever did not write it.
      expect((await ownAct({}, guest, act)).statusCode).toBe(401)
      expect((await ownAct(account, guest, act)).statusCode).toBe(seen ? 403 : 404)
      expect((await ownAct({ 'x-comment-secret': '0000-0000-0000-0000-0000' }, guest, act)).statusCode).toBe(404)
      expect({ rows: await rowCounts(db), item: await itemOf(guest.id) }).toEqual(before)
      expect((await ownAct(withSecret(guest), guest, act)).statusCode).toBe(allowed)
      const own = await make()
      await db
        .updateTable('comment_words')
        .set({ account_id: await idOf('binh') })
        .where('comment_id', '=', own.id)
        .execute()
      expect((await ownAct({ cookie: cookies.get('lam')! }, own, act)).statusCode).toBe(seen ? 403 : 404)
      expect((await ownAct(account, own, act)).statusCode).toBe(allowed)
    },
  )
})

const idOf = async (username: string) =>
  (await db.selectFrom('auth_users').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id

/** Every page and address of this module, and who passes. */
const routes: [method: 'GET' | 'POST', url: string, passes: (caller: Caller) => boolean][] = [
  ['GET', '/lam-viec/kiem-duyet', (caller) => caller in roleOf],
  ['GET', '/lam-viec/kiem-duyet?view=removed', (caller) => caller in roleOf],
  ['GET', '/lam-viec/kiem-duyet/cai-dat', decides],
  ['GET', '/api/v1/office/moderation', (caller) => caller in roleOf],
  ['POST', '/api/v1/office/moderation/approve', decides],
]

test.each(routes)('%s %s opens to whom it should', async (method, url, passes) => {
  await sent()
  for (const caller of callers) {
    const payload = { items: [{ id: randomUUID(), version: 1 }] }
    const { statusCode } = method === 'GET' ? await get(caller, url) : await post(headersOf(caller), url, payload)
    const shut = caller !== 'visitor' ? 403 : url.startsWith('/api') ? 401 : 303
    expect([caller, statusCode]).toEqual([caller, passes(caller) ? 200 : shut])
  }
})

test.each(['duyet-cac-muc', 'cai-dat', ':id/approve'])(
  'the form %s of the pages is refused to who only reads, and to who does not',
  async (form) => {
    const { id } = await itemOf((await sent()).id)
    for (const caller of callers.filter((one) => !decides(one))) {
      const page = await app.inject({ url: '/dang-nhap', remoteAddress: anyAddress() })
      const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
      const cookie = [headersOf(caller)['cookie'], ...page.cookies.map(({ name, value }) => `${name}=${value}`)].filter(Boolean).join('; ')
      const before = await rowCounts(db)
      const answer = await app.inject({
        method: 'POST',
        url: `/lam-viec/kiem-duyet/${form.replace(':id', id)}`,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: token, items: `${id}:1`, kind: 'comment', showAtOnce: 'true', version: '1' }).toString(),
        remoteAddress: anyAddress(),
      })
      expect([caller, answer.statusCode]).toEqual([caller, caller === 'visitor' ? 303 : 403])
      const after = await rowCounts(db)
      // The Front's look at the item that is drawn again is written down.
      expect({ ...after, audit_entries: 0 }).toEqual({ ...before, audit_entries: 0 })
      expect(
        (
          await itemOf(
            (
              await db.selectFrom('moderation_items').select('subject_id').where('id', '=', id).executeTakeFirstOrThrow()
            ).subject_id,
          )
        ).status,
      ).toBe('waiting')
    }
  },
)
