import { testApp } from '../../../tests/support/app.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import type { Actor } from '../accounts/index.ts'
import { listStaff } from '../accounts/index.ts'
import type { Article, ArticleStatus } from './article.ts'
import { ensureCategory } from './category-repository.ts'
import { createArticle } from './create-article.ts'
import { actOn } from './feature.ts'
import type { ArticleAct } from './lifecycle.ts'

export const scope = { authorityId: 1 }

export const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
export const bodyOf = (...lines: string[]) => ({ type: 'doc', content: lines.map(paragraph) })

/** For tests: the whole application with the people of the town, on Sunday 22 November 2026, and articles in any status. */
export async function newsroom() {
  let at = new Date('2026-11-22T10:00:00+07:00')
  const testing = await testApp({ now: () => at })
  const { db } = testing
  const dropped: string[] = []
  const people = new Map<string, Actor>((await listStaff(db, scope)).map((person) => [person.username, person]))
  const options = { db, now: () => at, dropPages: (tags: readonly string[]) => dropped.push(...tags) }
  const category = await db.transaction().execute((trx) => ensureCategory(trx, scope, { name: 'Thông báo', sort: 0 }))

  const act = (id: string, name: ArticleAct, input: object = {}, who = 'tuyet') =>
    actOn(options, { scope, actor: people.get(who)! }, id, name, input)

  async function anArticle(
    status: ArticleStatus,
    title = 'Sửa cống khu phố 3',
    lines: readonly string[] = ['Một', 'Hai', 'Ba'],
  ): Promise<Article> {
    const { id } = await createArticle(options, scope, people.get('tuyet')!, { title, categoryId: category.id })
    return broughtTo(status, await act(id, 'save', { ...content(title, lines), edition: 1 }))
  }

  /** A page of the office. */
  async function aPage(status: ArticleStatus, title = 'Giới thiệu', lines: readonly string[] = ['Một', 'Hai']): Promise<Article> {
    const { id } = await createArticle(options, scope, people.get('tuyet')!, { kind: 'page', title })
    return broughtTo(status, await act(id, 'save', { title, lead: null, body: bodyOf(...lines), edition: 1 }))
  }

  async function broughtTo(status: ArticleStatus, saved: Article): Promise<Article> {
    const { id } = saved
    if (status === 'draft') return saved
    if (status === 'inReview') return act(id, 'submit')
    if (status === 'scheduled') return act(id, 'schedule', { at: new Date(at.getTime() + 3_600_000).toISOString() })
    const shown = await act(id, 'publish')
    return status === 'published' ? shown : act(id, 'withdraw', { reason: 'Đăng nhầm.' })
  }

  const content = (title: string, lines: readonly string[]) => ({
    title,
    lead: null,
    body: bodyOf(...lines),
    categoryId: category.id,
    tags: ['Cống', 'Khu phố 3'],
    author: 'Thanh Huyền',
    source: 'Phòng Nội vụ',
  })

  return {
    ...testing,
    options,
    people,
    category,
    dropped,
    act,
    anArticle,
    aPage,
    content,
    rowCounts: () => rowCounts(db),
    setNow: (moment: Date) => {
      at = moment
    },
    now: () => at,
  }
}
