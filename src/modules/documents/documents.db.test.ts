import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../tests/support/office-browser.ts'
import { testPlans } from '../../../tests/support/plans/index.ts'
import { planFile } from '../../../tests/support/plans/plan-file.ts'
import { aProgrammeRow, taskRows } from '../../../tests/support/programme-rows.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { docx } from '../../../tests/support/sample-files.ts'
import { storedFiles } from '../../../tests/support/stored-files.ts'
import { compareDocumentCounts } from './compare-counts.ts'
import { findDocumentBySlug, listPassages } from './document-repository.ts'
import { addDocument } from './make-document.ts'
import { paths } from './paths.ts'

const site = await testApp()
const { app, db } = site
const scope = { authorityId: 1 }
const now = () => new Date('2026-11-26T09:00:00+07:00')
const actor = { personId: 'van-thu' }
let editor: FormBrowser
beforeAll(async () => {
  editor = await formBrowser(site, 'tuyet')
})

let made = 0
const facts = () => ({
  kind: 'plan' as const,
  number: `${++made}/KH-UBND`,
  issuer: 'Ủy ban nhân dân thị xã',
  subject: `Công tác dân vận ${made}`,
  issuedOn: '2026-02-09' as const,
})
const oneLine = 'I. NHIỆM VỤ\n1. Trồng cây dọc đường làng trước ngày 30/6.\n2. Sửa cống khu phố 3.'
async function published(text = oneLine) {
  const document = await addDocument({ db, now }, scope, actor, { ...facts(), text })
  expect((await editor.api(`/api/v1/documents/${document.slug}/acts/publish`, {})).statusCode).toBe(200)
  return document
}

describe('a document for another module', () => {
  test('is a draft with its first edition, in the transaction that is given', async () => {
    const document = await addDocument({ db, now }, scope, actor, { ...facts(), text: oneLine })
    expect(document).toMatchObject({ status: 'draft', edition: 1, slug: `ke-hoach-${made}-kh-ubnd` })
    expect((await listPassages(db, scope, document.id, 1)).map(({ path, kind, came }) => [path, kind, came])).toEqual([
      ['I', 'heading', 'new'],
      ['I/1', 'sentence', 'new'],
      ['I/2', 'sentence', 'new'],
    ])
    const before = await rowCounts(db)
    const broken = db.transaction().execute(async (trx) => {
      await addDocument({ db: trx, now }, scope, actor, { ...facts(), text: oneLine })
      throw new Error('something else failed')
    })
    await expect(broken).rejects.toThrow('something else failed')
    expect(await rowCounts(db)).toEqual(before)
  })

  test('two of one number have two addresses', async () => {
    const same = facts()
    const [one, two] = [
      await addDocument({ db, now }, scope, actor, { ...same, text: oneLine }),
      await addDocument({ db, now }, scope, actor, { ...same, text: oneLine }),
    ]
    expect(two.slug).toBe(`${one.slug}-2`)
  })

  test('two thousand sentences, and a new edition of them, are kept', async () => {
    const line = (i: number, year: number) => `${(i % 90) + 1}. Việc thứ ${i} của khu phố ${i % 17} làm xong năm ${year}.`
    const text = (year: number) => Array.from({ length: 2_000 }, (_, i) => line(i, year)).join('\n')
    const { slug } = await published(text(2026))
    const answer = await editor.api(`/api/v1/documents/${slug}/acts/setText`, { text: text(2027), reason: 'Sang năm mới.' })
    expect(answer.json()).toMatchObject({ edition: 2 })
    const page = await editor.get(`/van-ban/${slug}`)
    expect(page.statusCode).toBe(200)
    expect(page.body.match(/id="c-/g)).toHaveLength(2_000)
  }, 30_000)
})

describe('a new edition', () => {
  test('keeps the anchors, and shows what moved, changed, came and is left behind with the work on it', async () => {
    const document = await published(`${oneLine}\n3. Họp dân mỗi quý một lần ở nhà văn hóa.`)
    const old = await listPassages(db, scope, document.id, 1)
    const plan = await aProgrammeRow(db, { documentId: document.id })
    const [task] = await taskRows(db, plan, [{ documentId: document.id, anchorId: old[3]!.anchorId }])
    const text =
      'I. NHIỆM VỤ\n1. Trồng cây dọc đường làng trước ngày 31/12.\n2. Báo cáo bằng văn bản về Phòng Nội vụ.\n4. Sửa cống khu phố 3.'
    const page = `/lam-viec/van-ban/${document.slug}`
    const refused = await editor.postFiles(`${page}/setText`, { text, version: '2' }, [])
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Báo cáo bằng văn bản về Phòng Nội vụ.')
    expect(refused.body).toContain('Lý do')

    const done = await editor.postFiles(`${page}/setText`, { text, version: '2', reason: 'Đổi hạn.' }, [])
    expect([done.statusCode, done.headers.location]).toEqual([303, `${page}/ban/2?xong=1`])
    const fresh = await listPassages(db, scope, document.id, 2)
    expect(fresh.map(({ came }) => came)).toEqual(['same', 'changed', 'new', 'moved'])
    expect(fresh.map(({ anchorId }) => old.findIndex((was) => was.anchorId === anchorId))).toEqual([0, 1, -1, 2])
    const changes = await editor.get(`${page}/ban/2`)
    expect(changes.body).toContain('Họp dân mỗi quý một lần')
    expect(changes.body).toContain(`href="/loi-hua/viec/${task!.code}"`)

    const [current, first, none] = await Promise.all([
      app.inject(`/van-ban/${document.slug}`),
      app.inject(`/van-ban/${document.slug}?ban=1`),
      app.inject(`/van-ban/${document.slug}?ban=3`),
    ])
    expect(current.body).toContain('31/12')
    expect(current.body).not.toContain('Họp dân')
    expect(first.body).toContain('Họp dân')
    expect(first.body).toContain(`href="/loi-hua/viec/${task!.code}"`)
    expect(first.body).toContain('noindex')
    expect(none.statusCode).toBe(404)
  })
})

describe('a Word file', () => {
  const plan = testPlans[0]!
  test('is read, kept for the office, and offered when a keeper says so; its head fills what was left empty', async () => {
    const sent = await editor.postFiles('/lam-viec/van-ban/moi', { kind: 'plan', number: '', issuer: '', subject: '' }, [
      { name: 'ke-hoach.docx', content: planFile(plan) },
    ])
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/lam-viec/van-ban/ke-hoach-37-kh-ubnd?xong=1'])
    const document = (await findDocumentBySlug(db, scope, 'ke-hoach-37-kh-ubnd'))!
    expect(document).toMatchObject({ edition: 1, number: plan.head.number, issuer: plan.head.issuer, subject: plan.head.subject })
    const [file] = await db.selectFrom('files').selectAll().where('matter_id', '=', document.id).execute()
    expect(file).toMatchObject({ role: 'document', visibility: 'internal', original_name: 'ke-hoach.docx' })
    await editor.post(`/lam-viec/van-ban/${document.slug}/publish`, {})
    expect((await app.inject(`/tep/${file!.id}`)).statusCode).toBe(404)
    expect((await app.inject(`/van-ban/${document.slug}`)).body).not.toContain(file!.id)
    const shown = await editor.post(`/lam-viec/van-ban/${document.slug}/tep/${file!.id}`, { shown: 'yes' })
    expect(shown.statusCode).toBe(303)
    expect((await app.inject(`/van-ban/${document.slug}`)).body).toContain(file!.id)
    expect((await app.inject(`/tep/${file!.id}`)).statusCode).toBe(200)
    await editor.post(`/lam-viec/van-ban/${document.slug}/withdraw`, { reason: 'Nhầm bản.' })
    expect((await app.inject(`/tep/${file!.id}`)).statusCode).toBe(404)
  })

  test('an OpenDocument file is read and kept alike', async () => {
    const content = readFileSync(new URL('../../../tests/support/plans/files/decision-of-assignments.odt', import.meta.url))
    const sent = await editor.postFiles('/lam-viec/van-ban/moi', { kind: 'decision' }, [{ name: 'quyet-dinh.odt', content }])
    expect(sent.statusCode).toBe(303)
    const document = await db.selectFrom('documents').selectAll().where('number', '=', '734/QĐ-UBND').executeTakeFirstOrThrow()
    const [file] = await db.selectFrom('files').selectAll().where('matter_id', '=', document.id).execute()
    expect(file).toMatchObject({
      media_type: 'application/vnd.oasis.opendocument.text',
      visibility: 'internal',
      original_name: 'quyet-dinh.odt',
    })
    await editor.post(`/lam-viec/van-ban/${document.slug}/publish`, {})
    expect((await app.inject(`/van-ban/${document.slug}`)).body).toContain('Xây dựng khu tái định cư Long Giang')
  })

  test('a new edition and its file come together; where the file has no room, neither does', async () => {
    const document = await published()
    const send = (version: string) =>
      editor.postFiles(`/lam-viec/van-ban/${document.slug}/setText`, { version, reason: 'Bản ký.' }, [
        { name: 'ban-ky.docx', content: planFile(plan) },
      ])
    expect((await send('2')).statusCode).toBe(303)
    expect(await findDocumentBySlug(db, scope, document.slug)).toMatchObject({ edition: 2, version: 3 })
    const filesNow = () => db.selectFrom('files').select('original_name').where('matter_id', '=', document.id).execute()
    expect(await filesNow()).toEqual([{ original_name: 'ban-ky.docx' }])

    await sql`insert into files (authority_id, id, matter_type, matter_id, role, original_name, media_type, bytes, sha256, storage_key, visibility)
      select 1, gen_random_uuid(), 'document', ${document.id}, 'document', n::text, 'application/pdf', 1, sha256(''), 'full-' || n, 'internal'
      from generate_series(2, 40) n`.execute(db)
    const before = { rows: await rowCounts(db), bytes: await storedFiles(site) }
    const refused = await send('3')
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('đã đủ số tệp')
    expect(refused.body).toContain('Bản ký.')
    expect({ rows: await rowCounts(db), bytes: await storedFiles(site) }).toEqual(before)
    expect(await findDocumentBySlug(db, scope, document.slug)).toMatchObject({ edition: 2, version: 3 })
  })

  const scan = docx('<w:p><w:r><w:drawing/></w:r></w:p>')
  test.each([
    ['a scan', scan, 'không có chữ để đọc'],
    ['no Word file at all', Buffer.from('chỉ là chữ'), 'Tệp “ke-hoach.docx”'],
  ])('%s is refused with the reason, and what was typed stays', async (_, content, says) => {
    const before = await rowCounts(db)
    const sent = await editor.postFiles('/lam-viec/van-ban/moi', { kind: 'plan', subject: 'Dân vận khéo', issuer: 'UBND' }, [
      { name: 'ke-hoach.docx', content },
    ])
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain(says)
    expect(sent.body).toContain('Dân vận khéo')
    expect(await rowCounts(db)).toEqual(before)
  })

  test('every field that is wrong is named', async () => {
    const sent = await editor.postFiles(
      '/lam-viec/van-ban/moi',
      { kind: 'poem', issuedOn: '2026-02-30', validFrom: '2026-02-02', validTo: '2026-01-01' },
      [],
    )
    expect(sent.statusCode).toBe(422)
    for (const field of ['kind', 'issuer', 'subject', 'issuedOn'])
      expect([field, sent.body.includes(`href="#${field}"`)]).toEqual([field, true])
  })
})

describe('links', () => {
  test('stand on both pages, each in its own words, and go again', async () => {
    const [one, other] = [await published(), await published()]
    const link = (input: object) =>
      editor.api(`/api/v1/documents/${one.slug}/acts/link`, { link: 'replaces', other: other.number, ...input })
    expect((await link({})).statusCode).toBe(200)
    expect((await app.inject(`/van-ban/${one.slug}`)).body).toContain('Thay thế:')
    expect((await app.inject(`/van-ban/${other.slug}`)).body).toContain('Bị thay thế bởi:')
    expect((await link({ remove: true })).statusCode).toBe(200)
    expect((await app.inject(`/van-ban/${other.slug}`)).body).not.toContain('Bị thay thế bởi:')
  })
  test.each([
    ['999/KHONG-CO', 'document_unknown'],
    ['itself', 'document_itself'],
  ])('%s: %s', async (other, code) => {
    const one = await published()
    const answer = await editor.api(`/api/v1/documents/${one.slug}/acts/link`, {
      link: 'amends',
      other: other === 'itself' ? one.slug : other,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(code)
  })
  test('the form says at its field why not, and keeps what was typed', async () => {
    const one = await published()
    const refused = async (other: string) => (await editor.post(paths.act(one.slug, 'link'), { link: 'amends', other, version: '2' })).body
    const unknown = await refused('999/KHONG-CO')
    expect(unknown).toContain('<a href="#other">Không có văn bản nào có số, ký hiệu hoặc địa chỉ này.</a>')
    expect(unknown).toContain('value="999/KHONG-CO"')
    expect(await refused(one.slug)).toContain('<a href="#other">Văn bản không thể nối với chính nó.</a>')
  })
})

test('a draft is thrown away by two presses, and what that means is said before', async () => {
  const { slug } = await addDocument({ db, now }, scope, actor, { ...facts(), text: oneLine })
  const { body } = await editor.get(paths.officeOne(slug))
  const folded = body.slice(0, body.indexOf(`action="${paths.act(slug, 'discard')}"`)).lastIndexOf('<details')
  expect(body.slice(folded)).toMatch(/^<details class="govuk-details"><summary[^>]*><span[^>]*>Bỏ bản nháp</)
  expect(body.slice(folded)).toContain('không lấy lại được')
})

test('what is published is found in the search of the site and of documents, and no longer once it is withdrawn', async () => {
  const { slug } = await published('I. VIỆC\n1. Nạo vét mương Cầu Dừa trước mùa mưa.')
  const finds = async () => {
    const [all, own] = await Promise.all([
      app.inject('/api/v1/search?type=documents&q=C%E1%BA%A7u%20D%E1%BB%ABa'),
      app.inject('/api/v1/documents?q=cau%20dua'),
    ])
    return [all.body.includes(slug), own.body.includes(slug)]
  }
  expect(await finds()).toEqual([true, true])
  await editor.api(`/api/v1/documents/${slug}/acts/withdraw`, { reason: 'Nhầm.' })
  expect(await finds()).toEqual([false, false])
})

test('lists are walked by key, in the order of the papers', async () => {
  const days: string[] = []
  for (let after = ''; ; ) {
    const { items, next } = (await app.inject(`/api/v1/documents?limit=3&after=${after}`)).json()
    days.push(...items.map((item: { issuedOn: string }) => item.issuedOn))
    if (!next) break
    after = next
  }
  expect(days.length).toBeGreaterThan(4)
  expect(days).toEqual(days.toSorted().toReversed())
  expect((await app.inject('/api/v1/documents?after=xx')).statusCode).toBe(422)
})

test('kept counts equal counted rows', async () => {
  expect(await compareDocumentCounts(db, scope)).toEqual([])
})
