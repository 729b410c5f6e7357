import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { anyAddress } from '../../../tests/support/filing.ts'
import { personalDataSources } from '../../personal-data-sources.ts'
import { accountCode } from '../accounts/index.ts'
import type { Article } from '../news/article.ts'
import { newsroom } from '../news/test-app.ts'
import { compareRatingTotals } from './compare-totals.ts'
import { importRating } from './import-rating.ts'

const scope = { authorityId: 1 }
const room = await newsroom()
const { app, db, appKey } = room
let binh = { id: '', cookie: '', code: '' }
let articles: Article[] = []

const put = async (article: Article, stars: number, cookie: string) => {
  const url = `/api/v1/articles/${article.slug}/rating`
  const answer = await app.inject({ method: 'PUT', url, payload: { stars }, headers: { cookie }, remoteAddress: anyAddress() })
  expect(answer.statusCode, answer.body).toBe(200)
}
const totals = () =>
  Promise.all(
    articles.map(async ({ slug }) => {
      const { sum, count } = (await app.inject({ url: `/api/v1/articles/${slug}/rating` })).json()
      return [sum, count]
    }),
  )
const post = (url: string, payload: object, cookie: string) =>
  app.inject({ method: 'POST', url, payload, headers: { cookie }, remoteAddress: anyAddress() })

async function fulfilled(kind: string, more: object = {}) {
  const asked = await post('/api/v1/data-requests', { kind, subjectCode: binh.code, clientToken: randomUUID(), ...more }, binh.cookie)
  expect(asked.statusCode, asked.body).toBe(201)
  const { code, secret } = asked.json()
  const hoa = await room.signIn('hoa')
  await post(`/api/v1/data-requests/${code}/acts/acknowledge`, {}, hoa)
  const input = kind === 'erase' ? { subjectCode: binh.code, sure: 'true' } : {}
  const done = await post(`/api/v1/data-requests/${code}/acts/fulfil`, input, hoa)
  expect(done.statusCode, done.body).toBe(200)
  return { code, secret }
}

beforeAll(async () => {
  const { id } = await db.selectFrom('auth_users').select('id').where('username', '=', 'binh').executeTakeFirstOrThrow()
  binh = { id, cookie: await room.signIn('binh'), code: accountCode(id) }
  articles = [
    await room.anArticle('published', 'Bài một'),
    await room.anArticle('published', 'Bài hai'),
    await room.anArticle('published', 'Bài ba'),
  ]
  await put(articles[0]!, 5, binh.cookie)
  await put(articles[1]!, 2, binh.cookie)
  await put(articles[1]!, 4, await room.signIn('hoa'))
  await put(articles[2]!, 3, await room.signIn('hoa'))
  await db.transaction().execute((trx) => importRating(trx, scope, articles[0]!.id, 9, 2))
})

describe('what an account rated', () => {
  test('is in the copy of its data, and nobody else’s is', async () => {
    const { code, secret } = await fulfilled('provide')
    const cookie = `congdan_data_request=${code}.${secret}`
    const copy = (await app.inject({ url: '/du-lieu-ca-nhan/yeu-cau/ban-sao.json', headers: { cookie } })).json()
    expect(copy.ratings).toHaveLength(2)
    expect(copy.ratings).toEqual(
      expect.arrayContaining([
        { article: 'Bài một', stars: 5 },
        { article: 'Bài hai', stars: 2 },
      ]),
    )
    const page = await app.inject({ url: '/du-lieu-ca-nhan/yeu-cau/ban-sao', headers: { cookie } })
    expect(page.body).toContain('Đánh giá bài viết')
  })

  test('goes when the account goes by the rule of retention', async () => {
    expect(await totals()).toEqual([
      [14, 3],
      [6, 2],
      [3, 1],
    ])
    const rule = personalDataSources(appKey).retained.of['account.closed']
    const undone = new Error('The transaction is taken back.')
    const inside = db.transaction().execute(async (trx) => {
      await rule.erase(trx, scope, binh.id, { rule: 'account.closed', batch: randomUUID(), now: room.now() })
      const left = await trx.selectFrom('article_ratings').select('stars').orderBy('stars').execute()
      expect(left.map(({ stars }) => stars)).toEqual([3, 4])
      expect(await compareRatingTotals(trx, scope)).toEqual([])
      throw undone
    })
    await expect(inside).rejects.toBe(undone)
    expect(rule.tags(binh.id)).toEqual(['ratings'])
  })

  test('goes when the account is erased: sums go down as if it had been taken back, on the kept pages too', async () => {
    const path = `/tin-tuc/${articles[0]!.slug}`
    expect((await app.inject({ url: path })).body).toContain('14 trong 3 đánh giá')
    await fulfilled('erase', { understood: 'true' })
    expect(await totals()).toEqual([
      [9, 2],
      [4, 1],
      [3, 1],
    ])
    expect((await app.inject({ url: path })).body).toContain('9 trong 2 đánh giá')
    expect(await compareRatingTotals(db, scope)).toEqual([])
  })
})
