import { describe, expect, test } from 'vitest'
import { formBrowser } from '../../../tests/support/office-browser.ts'
import { pdf } from '../../../tests/support/sample-files.ts'
import { newsroom, paragraph } from './test-app.ts'

const room = await newsroom()
const { app, db, act, anArticle } = room
const tuyet = await formBrowser(room, 'tuyet')

describe('a file that stands in the text', () => {
  test('is not removed: the page of the article says where it stands, and all of it is still there; taken out, it goes', async () => {
    const { id, edition } = await anArticle('draft', 'Có tệp trong bài')
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(pdf())]), 'kế hoạch <b>.pdf')
    const packed = new Request('http://localhost', { method: 'POST', body: form })
    const sent = await app.inject({
      method: 'POST',
      url: `/api/v1/office/articles/${id}/files`,
      headers: { cookie: await room.signIn('tuyet'), 'content-type': packed.headers.get('content-type')! },
      payload: Buffer.from(await packed.arrayBuffer()),
    })
    const fileId = sent.json().items[0].id as string
    const attachment = { type: 'attachment', attrs: { fileId, label: 'Kế hoạch' } }
    const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Tài liệu' }] }
    const content = [paragraph('Mở đầu của bài viết.'), attachment, heading, attachment]
    const saved = await act(id, 'save', { ...room.content('Có tệp trong bài', []), body: { type: 'doc', content }, edition })
    const remove = `/lam-viec/tin-bai/${id}/tep/${fileId}/bo`
    const refused = await tuyet.post(remove, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(`href="#file-${fileId}"`)
    expect(refused.body).toMatch(new RegExp(`<li id="file-${fileId}"`))
    expect(refused.body).toContain('phần thứ 2 của bài, sau “Mở đầu của bài viết.”')
    expect(refused.body).toContain('phần thứ 4 của bài, dưới đề mục “Tài liệu”')
    expect(refused.body).toContain(`href="/lam-viec/tin-bai/${id}/sua"`)
    expect(refused.body).not.toContain('<b>.pdf')
    const english = await tuyet.post(`/en${remove}`, {})
    expect(english.body).toContain('part 4 of the article, below the heading “Tài liệu”')
    expect(await db.selectFrom('files').select('id').where('id', '=', fileId).execute()).toHaveLength(1)

    await act(id, 'save', { ...room.content('Có tệp trong bài', ['Mở đầu.']), edition: saved.edition })
    expect((await tuyet.post(remove, {})).statusCode).toBe(303)
    expect(await db.selectFrom('files').select('id').where('id', '=', fileId).execute()).toEqual([])
    expect((await tuyet.post(remove, {})).statusCode).toBe(404)
  })
})
