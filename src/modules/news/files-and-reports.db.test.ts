import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docx, photoWithPlace, zipOf } from '../../../tests/support/sample-files.ts'
import { diskStorage } from '../../platform/storage.ts'
import { sweepFiles } from '../files/index.ts'
import { findArticle } from './article-repository.ts'
import { forgetOldReports } from './index.ts'
import { newsroom, scope } from './test-app.ts'

const room = await newsroom()
const { app, db, act, anArticle, signIn } = room
const cookies = { tuyet: await signIn('tuyet'), hoa: await signIn('hoa'), binh: await signIn('binh'), phuc: await signIn('phuc') }

async function send(id: string, name: string, content: Buffer, cookie = cookies.tuyet) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return app.inject({
    method: 'POST',
    url: `/api/v1/office/articles/${id}/files`,
    headers: { cookie, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

const withFile = (block: object, edition: number, more: object = {}) => ({
  title: 'Có tệp',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Chữ' }] }, block] },
  edition,
  ...more,
})

describe('pictures', () => {
  test('are drawn anew in several widths, seen by readers only while they stand in a published article', async () => {
    const { id, edition } = await anArticle('draft', 'Có ảnh')
    const sent = await send(id, 'cây.jpg', await photoWithPlace({ width: 1200, height: 800 }))
    expect(sent.statusCode, sent.body).toBe(201)
    const fileId = sent.json().items[0].id as string
    const small = `/anh/${fileId}-480.webp`
    expect((await app.inject(small)).statusCode).toBe(404)
    expect((await app.inject({ url: `/tep/${fileId}/nho`, headers: { cookie: cookies.binh } })).statusCode).toBe(404)
    expect((await app.inject({ url: `/tep/${fileId}/nho`, headers: { cookie: cookies.phuc } })).statusCode).toBe(200)
    await act(id, 'save', withFile({ type: 'image', attrs: { fileId, alt: 'Bà con trồng cây' } }, edition))
    await act(id, 'publish')
    const shown = await app.inject(small)
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
      200,
      'image/webp',
      'public, max-age=300',
    ])
    expect(shown.rawPayload.toString('latin1')).not.toMatch(/Phone of Hoa|Exif/)
    expect((await app.inject({ url: small, headers: { 'if-none-match': String(shown.headers['etag']) } })).statusCode).toBe(304)
    expect((await app.inject(`/anh/${fileId}-1440.webp`)).statusCode).toBe(404)
    expect((await app.inject(`/anh/${fileId}.jpg`)).headers['content-type']).toBe('image/jpeg')
    const page = await app.inject('/tin-tuc/co-tep')
    expect(page.body).toMatch(
      new RegExp(`srcset="${small} 480w, /anh/${fileId}-960.webp 960w".*width="1200" height="800" alt="Bà con trồng cây" loading="lazy"`),
    )
    await act(id, 'withdraw', { reason: 'Nhầm ảnh.' })
    expect((await app.inject(small)).statusCode).toBe(404)
  })

  test('without words for those who do not see them are not published', async () => {
    const { id, edition } = await anArticle('draft', 'Thiếu mô tả')
    const fileId = (await send(id, 'a.jpg', await photoWithPlace())).json().items[0].id as string
    await act(id, 'save', withFile({ type: 'image', attrs: { fileId, alt: ' ' } }, edition))
    await expect(act(id, 'publish')).rejects.toMatchObject({ code: 'picture_without_words' })
  })

  test('of another article are not there', async () => {
    const [mine, other] = [await anArticle('draft', 'Của tôi'), await anArticle('draft', 'Của bài kia')]
    const fileId = (await send(other.id, 'a.jpg', await photoWithPlace())).json().items[0].id as string
    await act(mine.id, 'save', withFile({ type: 'image', attrs: { fileId, alt: 'x' } }, mine.edition))
    await expect(act(mine.id, 'publish')).rejects.toMatchObject({ code: 'file_missing' })
  })

  test('keep their widths when the sweep comes by', async () => {
    const folder = join(room.dataDir, 'files')
    const count = async () => (await readdir(folder, { recursive: true })).filter((name) => /\/[0-9a-f]{38,40}$/.test(name)).length
    const before = await count()
    const swept = await sweepFiles(db, await diskStorage(folder), new Date(Date.now() + 3 * 86_400_000))
    expect(swept.deleted).toBe(0)
    expect(await count()).toBe(before)
  })
})

describe('papers', () => {
  test('with something hidden go out only when somebody has looked', async () => {
    const { id, edition } = await anArticle('draft', 'Có giấy tờ')
    const paper = docx('<w:p><w:ins w:id="1"/><w:r><w:t>0900 000 001</w:t></w:r></w:p>')
    const fileId = (await send(id, 'kế hoạch.docx', paper)).json().items[0].id as string
    await act(id, 'save', withFile({ type: 'attachment', attrs: { fileId, label: 'Kế hoạch' } }, edition))
    await expect(act(id, 'publish')).rejects.toMatchObject({ code: 'file_unconfirmed' })
    const one = await app.inject({ url: `/lam-viec/tin-bai/${id}`, headers: { cookie: cookies.tuyet } })
    expect(one.body).toContain('1 chỗ sửa còn theo dõi; 1 chỗ giống số điện thoại')
    const token = /name="_csrf" value="([^"]+)"/.exec(one.body)![1]!
    const jar = [cookies.tuyet, ...one.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const confirmed = await app.inject({
      method: 'POST',
      url: `/lam-viec/tin-bai/${id}/tep/${fileId}/xac-nhan`,
      headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token }).toString(),
    })
    expect(confirmed.statusCode).toBe(303)
    await act(id, 'publish')
    const file = await app.inject(`/tep/${fileId}`)
    expect(String(file.headers['content-disposition'])).toContain('attachment; filename="ke hoach.docx"')
    expect(file.headers['content-security-policy']).toContain('sandbox')
  })

  test.each([
    ['with a program inside', docx('', { 'word/vbaProject.bin': 'x' }), 'paper_active_content'],
    ['that are any ZIP', zipOf({ a: 'b' }), 'paper_type_refused'],
    ['that are none', Buffer.from('<html>'), 'paper_type_refused'],
  ])('%s are refused, and nothing is kept', async (_name, content, code) => {
    const { id } = await anArticle('draft', 'Từ chối')
    const before = await room.rowCounts()
    expect((await send(id, 'x.docx', content)).json()).toMatchObject({ status: 422, code })
    expect(await room.rowCounts()).toEqual(before)
  })

  test('are taken from editors alone', async () => {
    const { id } = await anArticle('draft', 'Ai được gửi')
    expect((await send(id, 'a.jpg', await photoWithPlace(), cookies.hoa)).statusCode).toBe(403)
    expect((await send(id, 'a.jpg', await photoWithPlace(), '')).statusCode).toBe(401)
  })
})

test('what looks like data of people in the text is asked about, and published when somebody says so', async () => {
  const { id } = await anArticle('draft', 'Gọi số', ['Gọi 0900 000 001.'])
  const before = await room.rowCounts()
  await expect(act(id, 'publish')).rejects.toMatchObject({ code: 'personal_data_unconfirmed' })
  expect(await room.rowCounts()).toEqual(before)
  await act(id, 'publish', { checked: true })
  expect((await findArticle(db, scope, id))?.status).toBe('published')
})

test('what is typed is kept for the editor who typed it, and gone once it is saved', async () => {
  const { id, edition } = await anArticle('draft', 'Gõ dở')
  const put = (fields: object, cookie = cookies.tuyet) =>
    app.inject({ method: 'PUT', url: `/api/v1/office/articles/${id}/draft`, headers: { cookie }, payload: { edition, fields } })
  expect((await put({ title: 'Đang gõ' })).json()).toMatchObject({ edition, others: [] })
  expect((await put({ title: 'Đang gõ' }, cookies.phuc)).statusCode).toBe(403)
  expect((await put({ unknown: 'x' })).statusCode).toBe(422)
  expect((await put({ title: 'a\u0000' })).statusCode).toBe(422)
  const form = async () => (await app.inject({ url: `/lam-viec/tin-bai/${id}/sua`, headers: { cookie: cookies.tuyet } })).body
  expect(await form()).toMatch(/Đây là chữ bạn gõ dở.*value="Đang gõ"/s)
  await act(id, 'save', { ...room.content('Đã lưu', ['Chữ']), edition })
  expect(await form()).not.toContain('Đây là chữ bạn gõ dở')
})

describe('errors that readers report', () => {
  async function report(slug: string, fields: Record<string, string>) {
    const page = await app.inject(`/tin-tuc/${slug}/bao-loi`)
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const clientToken = /name="clientToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const send = () =>
      app.inject({
        method: 'POST',
        url: `/tin-tuc/${slug}/bao-loi`,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: token, clientToken, quote: '', ...fields }).toString(),
      })
    return [await send(), await send()]
  }
  const count = async () => (await room.rowCounts())['article_reports']

  test('need no account, are one however often they are sent, and are forgotten half a year after they were dealt with', async () => {
    const { slug } = await anArticle('published', 'Có lỗi')
    const [first, second] = await report(slug, { words: 'Sai ngày.' })
    expect([first!.statusCode, second!.statusCode, await count()]).toEqual([303, 303, 1])
    await db.updateTable('article_reports').set({ resolved_at: room.now(), resolved_by: 'x' }).execute()
    expect(await forgetOldReports(db, new Date(room.now().getTime() + 100 * 86_400_000))).toBe(0)
    expect(await forgetOldReports(db, new Date(room.now().getTime() + 200 * 86_400_000))).toBe(1)
  })

  test('without words are refused with the passage still there; a hidden article takes none', async () => {
    const { slug } = await anArticle('published', 'Chỗ trống')
    const [refused] = await report(slug, { words: ' ', quote: 'đoạn này' })
    expect(refused!.statusCode).toBe(422)
    expect(refused!.body).toContain('đoạn này')
    expect(await count()).toBe(0)
    const hidden = await anArticle('draft', 'Chưa đăng đâu')
    expect((await app.inject(`/tin-tuc/${hidden.slug}/bao-loi`)).statusCode).toBe(404)
  })
})
