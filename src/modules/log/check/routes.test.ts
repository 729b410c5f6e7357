import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { sampleLog } from '../../../../tests/support/sample-receipt.ts'
import { publicForms } from '../../../public-forms.ts'
import { parseProof } from '../../../shared/tlog/proof.ts'
import type { Receipt } from '../../../shared/tlog/receipt.ts'
import { formatShort } from '../../../shared/tlog/short-receipt.ts'
import { integrateAll, setUpLog } from '../index.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const town = await testApp({ now })
const { app, db } = town
const { aCase } = await officeCases(town, now)
const scope = { authorityId: 1 }
const folder = mkdtempSync(join(tmpdir(), 'congdan-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let receipt = ''
let short = ''
beforeAll(async () => {
  await setUpLog(db, scope, { folder, origin: 'vidu.vn/log' })
  const { code, secret } = await aCase('new')
  await integrateAll({ db, folder, forms: publicForms }, scope)
  receipt = (await app.inject({ url: `/api/v1/petitions/${code}/receipt`, headers: { 'x-petition-secret': secret } })).body
  const { index, extra } = parseProof((JSON.parse(receipt) as Receipt).proof)
  short = formatShort({ index, hash: extra! })
})

const page = '/so-cong-khai/kiem-chung'
const titleOf = (body: string) => /<h2 class="notice-title">([^<]+)/.exec(body)?.[1] ?? null

/** The form as a browser without scripts sends it. */
async function send(fields: Record<string, string | Buffer>, lang = '') {
  const form = await app.inject({ url: `${lang}${page}` })
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)![1]!
  const cookie = form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return post({ _csrf: token, ...fields }, cookie, lang)
}

function post(fields: Record<string, string | Buffer>, cookie = '', lang = '') {
  const parts = Object.entries(fields).map(([name, content]) => {
    const file = Buffer.isBuffer(content) ? `; filename="phieu.json"\r\ncontent-type: application/json` : ''
    return Buffer.concat([
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  })
  const payload = Buffer.concat([...parts, Buffer.from('--x--\r\n')])
  return app.inject({
    method: 'POST',
    url: `${lang}${page}`,
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
    payload,
  })
}

describe('without JavaScript the server answers, and says that it did', () => {
  test('a file', async () => {
    const { statusCode, body } = await send({ receipt: Buffer.from(receipt), text: '' })
    expect([statusCode, titleOf(body)]).toEqual([200, 'Phiếu thật'])
    expect(body).toContain('Lần này máy chủ của cơ quan đã kiểm')
  })
  test('a pasted text, with what browsers do to its line ends', async () => {
    expect(titleOf((await send({ receipt: Buffer.alloc(0), text: receipt.replace('\n', '\r\n') })).body)).toBe('Phiếu thật')
    expect(titleOf((await send({ text: receipt }, '/en')).body)).toBe('True receipt')
  })
  test('a forged one, with its part', async () => {
    const { statusCode, body } = await send({ receipt: Buffer.from(receipt.replace('"complaint"', '"feedback"')) })
    expect([statusCode, titleOf(body)]).toEqual([200, 'Phiếu giả'])
    expect(body).toContain('Phần sai: nội dung ghi sổ.')
  })
  test('a receipt from a forger’s own log under our name', async () => {
    const { receipt: forged } = await sampleLog({ origin: 'vidu.vn/log' })
    const { body } = await send({ receipt: Buffer.from(forged) })
    expect(titleOf(body)).toBe('Phiếu giả')
    expect(body).toContain('không phải là khóa của cơ quan này')
  })
  test('a receipt of another authority is neither true nor forged here', async () => {
    const { receipt: other } = await sampleLog({ origin: 'noi-khac.vn/log' })
    expect(titleOf((await send({ receipt: Buffer.from(other) })).body)).toBe('Phiếu thật, nếu khóa này là của cơ quan')
  })
  test.each<[string, Record<string, string | Buffer>]>([
    ['nothing', {}],
    ['an empty form', { receipt: Buffer.alloc(0), text: ' ' }],
    ['a photo', { receipt: Buffer.from([0xff, 0xd8, 0xff]) }],
  ])('%s is no receipt: 422', async (_what, fields) => {
    const { statusCode, body } = await send(fields)
    expect([statusCode, titleOf(body)]).toEqual([422, 'Đây không phải là phiếu'])
  })
  test('words of a receipt are text, never markup', async () => {
    const { receipt: hostile } = await sampleLog({ words: { content: '<script>alert(1)</script>' }, statement: { type: '<b>x</b>' } })
    const { body } = await send({ receipt: Buffer.from(hostile) })
    expect(body).toContain('&lt;script>alert(1)')
    expect(body).not.toMatch(/<script>|<b>x/)
  })
  test('a form from nowhere and one that is too large are refused; nothing is written', async () => {
    const before = await rowCounts(db)
    expect((await post({ text: receipt })).statusCode).toBe(403)
    expect((await send({ receipt: Buffer.alloc(2_100_000, 0x20) })).statusCode).toBe(413)
    await send({ receipt: Buffer.from(receipt) })
    expect(await rowCounts(db)).toEqual(before)
  })
})

describe('the address in the square', () => {
  test('is answered from the log', async () => {
    const { statusCode, body } = await app.inject({ url: `${page}?phieu=${short}` })
    expect([statusCode, titleOf(body)]).toEqual([200, 'Phiếu thật'])
    expect(body).toContain('Mã QR ngắn chỉ chỉ chỗ trong sổ')
    expect(body).toContain('noindex')
  })
  test('one letter changed is "giả"', async () => {
    const other = short.endsWith('A')
      ? `${short.slice(0, 10)}B${short.slice(11)}`
      : short.replace(/\.(\w)/, (_all, digit) => `.${(Number(digit) + 1) % 10}`)
    expect(titleOf((await app.inject({ url: `${page}?phieu=${other}` })).body)).toBe('Phiếu giả')
  })
  test('anything else is no receipt', async () => {
    for (const value of ['x', '%00', '1.2.3', 'x'.repeat(5000)])
      expect((await app.inject({ url: `${page}?phieu=${value}` })).statusCode).toBe(422)
    expect(titleOf((await app.inject({ url: page })).body)).toBeNull()
  })
  test('of another site is not judged here', async () => {
    expect(titleOf((await send({ text: `https://noi-khac.vn${page}?phieu=${short}` })).body)).toBe('Chưa kiểm được')
  })
})
