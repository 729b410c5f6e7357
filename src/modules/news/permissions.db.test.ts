import { beforeAll, describe, expect, test } from 'vitest'
import { type Article, type ArticleStatus, articleStatuses } from './article.ts'
import { type ArticleAct, articleActs } from './lifecycle.ts'
import { bodyOf, newsroom } from './test-app.ts'

const room = await newsroom()
const { app, db, signIn } = room
const root = '/api/v1/office/articles'

const people = ['hoa', 'nam', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = [...people, 'anonymous'] as const
type Caller = (typeof callers)[number]

/** Who may do what, told a second time by hand: tuyet edits, dung heads a unit, lam is the chairman. */
const may: Record<ArticleStatus, Partial<Record<ArticleAct, readonly Caller[]>>> = {
  draft: { save: ['tuyet'], submit: ['tuyet'], schedule: ['tuyet', 'lam'], publish: ['tuyet', 'lam'], setRatings: ['tuyet'] },
  inReview: {
    save: ['tuyet'],
    returnToDraft: ['tuyet', 'dung', 'lam'],
    schedule: ['tuyet', 'lam'],
    publish: ['tuyet', 'lam'],
    setRatings: ['tuyet'],
  },
  scheduled: {
    returnToDraft: ['tuyet', 'lam'],
    schedule: ['tuyet', 'lam'],
    publish: ['tuyet', 'lam'],
    publishDue: [],
    setRatings: ['tuyet'],
  },
  published: { revise: ['tuyet'], withdraw: ['tuyet', 'lam'], setRatings: ['tuyet'] },
  withdrawn: { returnToDraft: ['tuyet'], republish: ['tuyet', 'lam'] },
}

function expected(status: ArticleStatus, act: ArticleAct, caller: Caller): number {
  if (caller === 'anonymous') return 401
  if (caller === 'binh' && status !== 'published') return 404
  const who = may[status][act]
  return who ? (who.includes(caller) ? 200 : 403) : 409
}

function inputFor(act: ArticleAct, { edition }: Article): object {
  const content = { title: 'Tiêu đề mới', body: bodyOf('Chữ mới'), edition }
  if (act === 'save') return content
  if (act === 'revise') return { ...content, reason: 'Ghi đúng ngày.' }
  if (act === 'setRatings') return { ratings: 'off' }
  if (act === 'schedule') return { at: '2026-11-30T08:00:00+07:00' }
  return act === 'withdraw' || act === 'returnToDraft' ? { reason: 'Đăng nhầm.' } : {}
}

const cookies = new Map<string, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
})

const send = (article: Article, act: string, caller: Caller, payload: object) =>
  app.inject({
    method: 'POST',
    url: `${root}/${article.id}/acts/${act}`,
    headers: caller === 'anonymous' ? {} : { cookie: cookies.get(caller)! },
    payload,
  })
const rowOf = ({ id }: Article) => db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe.each(articleStatuses)('an article that is %s', (status) => {
  test('each act that is not allowed is refused, and nothing is written', async () => {
    const article = await room.anArticle(status)
    const before = { counts: await room.rowCounts(), row: await rowOf(article) }
    for (const act of articleActs) {
      for (const caller of callers) {
        const wanted = expected(status, act, caller)
        if (wanted === 200) continue
        const response = await send(article, act, caller, inputFor(act, article))
        expect([act, caller, response.statusCode], response.body).toEqual([act, caller, wanted])
      }
    }
    expect({ counts: await room.rowCounts(), row: await rowOf(article) }).toEqual(before)
  })

  test('each act that is allowed is done, with one entry in its history', async () => {
    for (const act of articleActs) {
      for (const caller of callers) {
        if (expected(status, act, caller) !== 200) continue
        const article = await room.anArticle(status)
        const before = await room.rowCounts()
        const response = await send(article, act, caller, inputFor(act, article))
        expect([act, caller, response.statusCode], response.body).toEqual([act, caller, 200])
        expect((await room.rowCounts())['history_entries']! - before['history_entries']!).toBe(1)
      }
    }
  })

  test('the buttons are the very acts that are allowed; who does not read it finds nothing', async () => {
    const article = await room.anArticle(status)
    for (const caller of callers) {
      const headers = caller === 'anonymous' ? {} : { cookie: cookies.get(caller)! }
      const response = await app.inject({ url: `${root}/${article.id}/acts`, headers })
      const reads = ['tuyet', 'dung', 'lam', 'phuc'].includes(caller)
      expect([caller, response.statusCode]).toEqual([caller, reads ? 200 : 404])
      if (!reads) continue
      const offered = response.json().items.map((item: { act: string }) => item.act)
      expect(offered).toEqual(articleActs.filter((act) => expected(status, act, caller) === 200))
    }
  })
})

test('whoever wrote it does not publish it, where the office wants four eyes', async () => {
  await db.insertInto('newsroom_settings').values({ authority_id: 1, four_eyes: true }).execute()
  const article = await room.anArticle('draft')
  const before = await room.rowCounts()
  expect((await send(article, 'publish', 'tuyet', {})).json()).toMatchObject({ status: 403, code: 'four_eyes_needed' })
  expect((await send(article, 'schedule', 'tuyet', { at: '2026-11-30T08:00:00+07:00' })).statusCode).toBe(403)
  expect(await room.rowCounts()).toEqual(before)
  expect((await send(article, 'publish', 'lam', {})).statusCode).toBe(200)
  await db.deleteFrom('newsroom_settings').execute()
})
