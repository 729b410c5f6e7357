import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { writeSubject } from './comment.ts'
import { CommentSection, commentTags, countComments, countsOfSubjects, loadSection } from './index.ts'
import { commentTown, OPEN, OTHER } from './test-app.ts'

let minute = 0
const town = await commentTown({ now: () => new Date(Date.parse('2026-11-26T09:00:00+07:00') + minute++ * 60_000) })
const { app, db, send, sent, shown, decide } = town
const list = async (query = '') => (await app.inject({ url: `/y-kien?ve=${writeSubject(OPEN)}${query}` })).body

describe('what everybody reads', () => {
  test('nothing that waits or was refused is in any byte of the page', async () => {
    const waiting = await sent({ name: 'Người chờ', body: 'Bí mật đang chờ' })
    const refused = await sent({ name: 'Người bị từ chối', body: 'Lời bị từ chối' })
    await decide('tuyet', refused.id, 'remove', { reason: 'insult' })
    const page = await list()
    expect(page).not.toMatch(/Bí mật đang chờ|Người chờ|Lời bị từ chối|Người bị từ chối|Ý kiến đã bị gỡ/)
    for (const { id } of [waiting, refused]) expect(page).not.toContain(id)
  })

  test('an approved comment is there at once, as text with its line breaks; addresses are no links', async () => {
    const before = await list()
    await shown({ name: '<b>Lan</b>', body: 'Dòng một\nhttps://vidu.vn/x và javascript:alert(1)\n\n<script>alert(1)</script>\u202eabc' })
    const page = await list()
    expect(page).not.toBe(before)
    expect(page).toContain('&lt;script>alert(1)&lt;/script>')
    expect(page).toContain('&lt;b>Lan&lt;/b>')
    expect(page).toContain('Dòng một\nhttps://vidu.vn/x')
    expect(page).not.toMatch(/href="[^"]*vidu\.vn|href="javascript|\u202e/)
  })

  test('in place of what was removed stands the reason; the answers stay, the original is nowhere', async () => {
    const root = await shown({ name: 'Người bị gỡ', body: 'Lời lẽ bị gỡ' })
    await shown({ parent: root.id, body: 'Câu trả lời còn lại' })
    await decide('lam', root.id, 'remove', { reason: 'insult', words: 'Riêng cho người viết' })
    const page = await list()
    expect(page).toContain('Ý kiến đã bị gỡ: xúc phạm, lăng mạ người khác.')
    expect(page).toContain('Câu trả lời còn lại')
    expect(page).not.toMatch(/Lời lẽ bị gỡ|Người bị gỡ|Riêng cho người viết/)
    const json = await app.inject({ url: `/api/v1/comments/${root.id}` })
    expect(json.json()).toMatchObject({ status: 'removed', reason: 'insult', name: null, body: null })
    await decide('tuyet', root.id, 'restore')
    expect(await list()).toContain('Lời lẽ bị gỡ')
  })

  test('sorted by newest, oldest and most answered, page by page, without gap or double', async () => {
    const subject = writeSubject(OTHER)
    const made = []
    for (let i = 0; i < 7; i++) made.push(await shown({ subject, body: `Ý kiến thứ ${i}` }))
    for (let i = 0; i < 2; i++) await shown({ subject, parent: made[3]!.id })
    await shown({ subject, parent: made[5]!.id })
    const walk = async (sort: string) => {
      const ids: string[] = []
      let after = ''
      do {
        const { items, next } = (await app.inject({ url: `/api/v1/comments?subject=${subject}&sort=${sort}&limit=2${after}` })).json()
        ids.push(...items.map((item: { id: string }) => item.id))
        after = next ? `&after=${next}` : ''
      } while (after)
      return ids
    }
    const ids = made.map(({ id }) => id)
    expect(await walk('oldest')).toEqual(ids)
    expect(await walk('newest')).toEqual(ids.toReversed())
    expect(await walk('replies')).toEqual([3, 5, 6, 4, 2, 1, 0].map((i) => ids[i]))
  })

  test('an article takes the section, its number and its tags', async () => {
    const section = await loadSection(db, { authorityId: 1 }, OTHER, { open: true, onlySeen: true })
    const html = renderToString(CommentSection({ lang: 'vi', section }))
    expect(html).toContain('Ý kiến thứ 6')
    const count = await countComments(db, { authorityId: 1 }, OTHER)
    expect(html).toContain(`(${count})`)
    expect((await countsOfSubjects(db, { authorityId: 1 }, OTHER.type, [OTHER.id])).get(OTHER.id)).toBe(count)
    expect(commentTags(OTHER)).toEqual(['comments', `comments:${writeSubject(OTHER)}`])
    for (const name of ['_csrf', 'form method']) expect(html).not.toContain(name)
  })

  test('all answers to one comment have a list', async () => {
    const root = await shown()
    for (let i = 0; i < 12; i++) await shown({ parent: root.id, body: `Trả lời số ${i}.` })
    const page = await list()
    expect(page).toContain('Trả lời số 9.')
    expect(page).not.toContain('Trả lời số 11.')
    expect(page).toContain('Xem cả 12 trả lời')
    expect(await list(`&duoi=${root.id}`)).toContain('Trả lời số 11.')
  })

  test.each(['after=x', 'after=WyJhIiwiYiJd', 'sort=x', 'limit=0', 'parent=x', 'x=1'])('a wrong list (%s) is refused', async (query) => {
    expect((await app.inject({ url: `/api/v1/comments?subject=${writeSubject(OPEN)}&${query}` })).statusCode).toBe(422)
  })

  test('open data holds what is shown, and no person’s data beyond the name shown', async () => {
    await shown({ email: 'rieng@vidu.vn', body: 'Trong dữ liệu mở' })
    const { items } = (await app.inject({ url: '/api/v1/open-data/comments?limit=100' })).json()
    expect(items.map((item: { body: string }) => item.body)).toContain('Trong dữ liệu mở')
    expect(JSON.stringify(items)).not.toMatch(/rieng@vidu|secret|PL-YK/)
  })
})

describe('shown at once, where the office wants that', () => {
  test('what nothing speaks against is there, marked as unread and left out where search engines read; the rest waits', async () => {
    const cookie = await town.signIn('tuyet')
    const page = await app.inject({ url: '/lam-viec/kiem-duyet/cai-dat', headers: { cookie } })
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const jar = [cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const saved = await app.inject({
      method: 'POST',
      url: '/lam-viec/kiem-duyet/cai-dat',
      headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, kind: 'comment', showAtOnce: 'true' }).toString(),
    })
    expect(saved.statusCode).toBe(303)
    const clean = (await send({ body: 'Tôi đồng ý với kế hoạch này.' })).json()
    const spam = (await send({ body: 'Nhà cái uy tín, cá cược tại nhacai.top' })).json()
    expect([clean.status, spam.status]).toEqual(['shown', 'waiting'])
    const html = await list()
    expect(html).toContain('Tôi đồng ý với kế hoạch này.')
    expect(html).toContain('Chưa có cán bộ xem')
    expect(html).toContain('content="noindex"')
    const own = await loadSection(db, { authorityId: 1 }, OPEN, { open: true, onlySeen: true })
    expect(own.leftOut).toBe(true)
    expect(JSON.stringify(own.page)).not.toContain('Tôi đồng ý với kế hoạch này.')
    await decide('tuyet', clean.id, 'approve')
    const after = await loadSection(db, { authorityId: 1 }, OPEN, { open: true, onlySeen: true })
    expect([after.leftOut, JSON.stringify(after.page).includes('Tôi đồng ý với kế hoạch này.')]).toEqual([false, true])
  })
})
