import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { anyAddress } from '../../../tests/support/filing.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { type DocumentStatus, documentStatuses } from './document.ts'
import { findDocumentBySlug } from './document-repository.ts'
import { type DocumentAct, documentActs, lifecycle } from './lifecycle.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, signIn } = await testApp({ now })
const scope = { authorityId: 1 }

const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]
/** The editor and the chairman. */
const keeps = (caller: Caller) => caller === 'tuyet' || caller === 'lam'
/** Not the administrator of the system and not a resident. */
const readsDrafts = (caller: Caller) => !['visitor', 'khanh', 'binh'].includes(caller)

const cookies = new Map<Caller, string>()
let other = ''
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
  other = await documentIn('published')
})

const headersOf = (caller: Caller) => ({ cookie: cookies.get(caller) ?? '' })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller), remoteAddress: anyAddress() })
const post = (caller: Caller, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers: headersOf(caller), remoteAddress: anyAddress() })

let made = 0
const content = () => ({ kind: 'plan', number: `${++made}/KH-UBND`, issuer: 'Ủy ban nhân dân thị xã', subject: `Kế hoạch số ${made}` })
const reason = 'Văn thư gõ nhầm.'
const inputs: Record<DocumentAct, () => object> = {
  edit: () => ({ ...content(), reason }),
  setText: () => ({ text: 'I. NHIỆM VỤ\n1. Trồng cây dọc đường.', reason }),
  link: () => ({ link: 'implements', other }),
  publish: () => ({}),
  withdraw: () => ({ reason }),
  discard: () => ({}),
}
const doAct = (caller: Caller, slug: string, act: DocumentAct) => post(caller, `/api/v1/documents/${slug}/acts/${act}`, inputs[act]())

const ways: Record<DocumentStatus, DocumentAct[]> = {
  draft: ['setText'],
  published: ['setText', 'publish'],
  withdrawn: ['setText', 'publish', 'withdraw'],
  discarded: ['discard'],
}
async function documentIn(status: DocumentStatus): Promise<string> {
  const { slug } = (await post('tuyet', '/api/v1/office/documents', content())).json()
  for (const step of ways[status]) expect((await doAct('tuyet', slug, step)).statusCode).toBe(200)
  expect((await findDocumentBySlug(db, scope, slug))!.status).toBe(status)
  return slug
}

/** What this caller is answered, by the table. */
function expected(caller: Caller, status: DocumentStatus, act: DocumentAct): number {
  if (caller === 'visitor') return 401
  if (status !== 'published' && !readsDrafts(caller)) return 404
  if (!lifecycle[status][act]) return 409
  return keeps(caller) ? 200 : 403
}

describe.each(documentStatuses)('a document that is %s', (status) => {
  test.each(callers)('%s: every act that is not theirs, or not now, is refused and writes nothing', async (caller) => {
    const slug = await documentIn(status)
    const before = { rows: await rowCounts(db), document: await findDocumentBySlug(db, scope, slug) }
    for (const act of documentActs) {
      const wanted = expected(caller, status, act)
      if (wanted === 200) continue
      const answer = await doAct(caller, slug, act)
      expect([act, answer.statusCode], answer.body).toEqual([act, wanted])
      expect(answer.json()).toMatchObject({ status: wanted, detail: expect.stringMatching(/\.$/) })
    }
    expect({ rows: await rowCounts(db), document: await findDocumentBySlug(db, scope, slug) }).toEqual(before)
  })

  test('every act that is allowed is done, with one entry in the history', async () => {
    for (const act of documentActs) {
      for (const caller of callers) {
        if (expected(caller, status, act) !== 200) continue
        const slug = await documentIn(status)
        const before = await rowCounts(db)
        const answer = await doAct(caller, slug, act)
        expect([act, caller, answer.statusCode], answer.body).toEqual([act, caller, 200])
        const { to } = lifecycle[status][act]!
        expect(answer.json().status).toBe(to === 'same' ? status : to)
        expect((await rowCounts(db))['history_entries']! - before['history_entries']!).toBe(1)
      }
    }
  })

  test('the buttons are the very acts that are allowed, in the API and on the page', async () => {
    const slug = await documentIn(status)
    for (const caller of callers) {
      const may = documentActs.filter((act) => expected(caller, status, act) === 200)
      const listed = await get(caller, `/api/v1/documents/${slug}/acts`)
      expect([caller, listed.statusCode]).toEqual([caller, status === 'published' || readsDrafts(caller) ? 200 : 404])
      if (listed.statusCode === 200) expect([caller, listed.json().items.map(({ act }: { act: string }) => act)]).toEqual([caller, may])
      const page = await get(caller, `/lam-viec/van-ban/${slug}`)
      expect([caller, page.statusCode]).toEqual([caller, caller === 'visitor' ? 303 : readsDrafts(caller) ? 200 : 403])
      const forms = [...page.body.matchAll(/action="\/lam-viec\/van-ban\/[^"/]+\/([a-zA-Z]+)"/g)].map(([, act]) => act)
      expect([caller, forms.filter((act) => act !== 'tep')]).toEqual([caller, may])
    }
  })

  test('who sees it: everybody what is published, else the office; what is hidden is as unknown', async () => {
    const slug = await documentIn(status)
    const isOut = status === 'published'
    for (const caller of callers) {
      const [one, none] = [await get(caller, `/api/v1/documents/${slug}`), await get(caller, '/api/v1/documents/khong-co')]
      const sees = isOut || readsDrafts(caller)
      expect([caller, one.statusCode]).toEqual([caller, sees ? 200 : 404])
      if (!sees) expect(one.body).toBe(none.body)
      // The public page has no preview.
      expect([caller, (await get(caller, `/van-ban/${slug}`)).statusCode]).toEqual([caller, isOut ? 200 : 404])
    }
    for (const url of ['/van-ban', '/api/v1/documents', '/api/v1/open-data/documents.csv'])
      expect([url, (await get('visitor', url)).body.includes(`/van-ban/${slug}`)]).toEqual([url, isOut])
  })
})

describe('the desk', () => {
  test.each(callers)('%s reads and makes documents as the role says', async (caller) => {
    const guest = caller === 'visitor'
    const page = (may: boolean) => (guest ? 303 : may ? 200 : 403)
    const api = (may: boolean, done: number) => (guest ? 401 : may ? done : 403)
    expect((await get(caller, '/lam-viec/van-ban')).statusCode).toBe(page(readsDrafts(caller)))
    expect((await get(caller, '/lam-viec/van-ban/moi')).statusCode).toBe(page(keeps(caller)))
    expect((await get(caller, '/api/v1/office/documents')).statusCode).toBe(api(readsDrafts(caller), 200))
    const before = await rowCounts(db)
    const answer = await post(caller, '/api/v1/office/documents', content())
    expect(answer.statusCode).toBe(api(keeps(caller), 201))
    if (answer.statusCode !== 201) expect(await rowCounts(db)).toEqual(before)
  })
})
