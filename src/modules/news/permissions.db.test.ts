import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Article, type ArticleStatus, articleStatuses } from './article.ts'
import { type ArticleAct, articleActs } from './lifecycle.ts'
import { publishDueArticles } from './publish-due.ts'
import { setFourEyes } from './settings.ts'
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
const setRule = (fourEyes: boolean) =>
  db.transaction().execute((trx) => setFourEyes(trx, { authorityId: 1 }, room.people.get('lam')!, fourEyes, room.now()))
/** Brought there without the rule, under which its writer could not have. */
async function anArticleOf(status: ArticleStatus): Promise<Article> {
  await setRule(false)
  const article = await room.anArticle(status)
  await setRule(true)
  return article
}
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

/** Acts by which a text comes before readers' eyes, in the statuses that have them. */
const showing: readonly ArticleAct[] = ['schedule', 'publish', 'republish']

describe.each(articleStatuses)('where the office wants four eyes, an article that is %s', (status) => {
  /** tuyet wrote it, the chairman did not. */
  const barred = (act: ArticleAct, caller: Caller) =>
    act === 'revise' ? 'four_eyes_correction' : showing.includes(act) && caller === 'tuyet' ? 'four_eyes_needed' : null

  beforeAll(() => setRule(true))
  afterAll(() => setRule(false))

  const wanted = (act: ArticleAct, caller: Caller) => {
    const without = expected(status, act, caller)
    return without === 200 && barred(act, caller) ? 403 : without
  }

  test('is not shown by who wrote it, nor changed alone before readers’ eyes, and nothing is written; other refusals stay', async () => {
    const article = await anArticleOf(status)
    const before = { counts: await room.rowCounts(), row: await rowOf(article) }
    for (const act of articleActs) {
      for (const caller of callers) {
        if (wanted(act, caller) === 200) continue
        const response = await send(article, act, caller, inputFor(act, article))
        expect([act, caller, response.statusCode], response.body).toEqual([act, caller, wanted(act, caller)])
        if (expected(status, act, caller) !== 200) continue
        expect(response.json()).toMatchObject({ code: barred(act, caller), detail: expect.stringMatching(/Cơ quan quy định/) })
      }
    }
    expect({ counts: await room.rowCounts(), row: await rowOf(article) }).toEqual(before)
  })

  test('is done with by everybody else as without the rule', async () => {
    for (const act of articleActs) {
      for (const caller of callers) {
        if (wanted(act, caller) !== 200) continue
        const article = await anArticleOf(status)
        const response = await send(article, act, caller, inputFor(act, article))
        expect([act, caller, response.statusCode], response.body).toEqual([act, caller, 200])
      }
    }
  })

  test('has no button that would be refused, and its page says why', async () => {
    const article = await anArticleOf(status)
    for (const caller of ['tuyet', 'lam'] as const) {
      const headers = { cookie: cookies.get(caller)! }
      const offered = (await app.inject({ url: `${root}/${article.id}/acts`, headers }))
        .json()
        .items.map((item: { act: string }) => item.act)
      const may = articleActs.filter((act) => expected(status, act, caller) === 200)
      expect(offered).toEqual(may.filter((act) => !barred(act, caller)))
      const page = (await app.inject({ url: `/lam-viec/tin-bai/${article.id}`, headers })).body
      expect([caller, page.includes('Vì sao không có nút')]).toEqual([caller, may.some((act) => barred(act, caller))])
      for (const act of may.filter((name) => barred(name, caller))) expect(page).not.toContain(`/viec/${act}"`)
    }
  })
})

test('the last change of the text counts, not who began it', async () => {
  const article = await room.anArticle('draft')
  await setRule(true)
  await db
    .updateTable('articles')
    .set({ edited_by: room.people.get('dung')!.personId })
    .where('id', '=', article.id)
    .execute()
  expect((await send(article, 'publish', 'tuyet', {})).statusCode).toBe(200)
  await setRule(false)
})

describe('the rules of the newsroom', () => {
  const API = '/api/v1/office/newsroom-settings'
  const put = (caller: Caller, payload: object) =>
    app.inject({ method: 'PUT', url: API, headers: caller === 'anonymous' ? {} : { cookie: cookies.get(caller)! }, payload })
  const rule = () => db.selectFrom('newsroom_settings').selectAll().execute()

  test.each(callers)('%s', async (caller) => {
    const [before, counts] = [await rule(), await room.rowCounts()]
    const may = ['lam', 'khanh'].includes(caller)
    const answer = await put(caller, { fourEyes: true })
    expect(answer.statusCode).toBe(caller === 'anonymous' ? 401 : may ? 200 : 403)
    if (!may) expect([await rule(), await room.rowCounts()]).toEqual([before, counts])
    const headers = caller === 'anonymous' ? {} : { cookie: cookies.get(caller)! }
    const reads = may || ['tuyet', 'dung', 'phuc'].includes(caller)
    for (const url of [API, '/lam-viec/tin-bai/cai-dat']) {
      const seen = await app.inject({ url, headers })
      expect([url, seen.statusCode]).toEqual([url, reads ? 200 : caller !== 'anonymous' ? 403 : url === API ? 401 : 303])
      if (url !== API && reads) expect(seen.body.includes('name="fourEyes"')).toBe(may)
    }
    await setRule(false)
  })

  test.each([[{}], [{ fourEyes: 'maybe' }], [{ fourEyes: null }], [{ fourEyes: true, extra: 1 }]])('%j is refused', async (payload) => {
    const before = await rule()
    expect((await put('lam', payload)).statusCode).toBe(422)
    expect(await rule()).toEqual(before)
  })

  test('a change is audited with who, and holds at once', async () => {
    await put('khanh', { fourEyes: true })
    const audited = await db
      .selectFrom('audit_entries')
      .select(['actor_id', 'facts'])
      .where('action', '=', 'newsroom.setting')
      .orderBy('id')
      .execute()
    expect(audited.at(-1)).toEqual({ actor_id: room.people.get('khanh')!.personId, facts: { fourEyes: true } })
    const article = await room.anArticle('draft')
    expect((await send(article, 'publish', 'tuyet', {})).json()).toMatchObject({ status: 403, code: 'four_eyes_needed' })
    await put('khanh', { fourEyes: false })
    expect((await send(article, 'publish', 'tuyet', {})).statusCode).toBe(200)
  })

  test('what was set to a time before the rule still appears at its time', async () => {
    const { id } = await room.anArticle('scheduled')
    await setRule(true)
    room.setNow(new Date(room.now().getTime() + 3_600_000))
    expect(await publishDueArticles(room.options, { authorityId: 1, id })).toBe(1)
    await setRule(false)
  })
})
