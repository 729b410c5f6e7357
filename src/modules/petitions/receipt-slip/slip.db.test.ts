import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { checkReceipt } from '../../../shared/tlog/check-receipt.ts'
import { findLogKey, integrateAll, setUpLog } from '../../log/index.ts'
import { testBrowser } from '../citizen/test-browser.ts'
import { petitionForms } from '../public-forms.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const town = await testApp({ now })
const { app, db, signIn } = town
const { aCase } = await officeCases(town, now)
const scope = { authorityId: 1 }
const folder = mkdtempSync(join(tmpdir(), 'congdan-slip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const integrate = () => integrateAll({ db, folder, forms: petitionForms }, scope)

beforeAll(async () => {
  await setUpLog(db, scope, { folder, origin: 'vidu.vn/log' })
})

/** A browser in which the case was opened with its secret. */
async function opened({ code, secret }: { code: string; secret: string }) {
  const browser = testBrowser(app)
  expect((await browser.post('/tra-cuu', { code, secret })).status).toBe(303)
  return browser
}

test('until the step stands in the log the slip says so and the file leads to it; then both hold the receipt', async () => {
  const petition = await aCase('new')
  const browser = await opened(petition)
  const waiting = await browser.get(`/don/${petition.code}/phieu`)
  expect([waiting.status, waiting.raw.headers['retry-after']]).toEqual([202, '2'])
  expect(waiting.html).toContain('Việc này đang được ghi vào sổ công khai')
  const early = await browser.get(`/don/${petition.code}/phieu.json`)
  expect([early.status, early.location]).toEqual([303, `/don/${petition.code}/phieu`])

  await integrate()
  const slip = await browser.get(`/don/${petition.code}/phieu`)
  expect(slip.status).toBe(200)
  expect(slip.html).toContain('Mã QR ngắn: đường dẫn tới trang kiểm chứng phiếu này')
  expect(slip.html.match(/<svg role="img"/g)?.length).toBeGreaterThanOrEqual(1)
  expect(slip.html).toContain('<meta name="robots" content="noindex"/>')
  expect(slip.html).not.toContain(petition.secret)
  expect(slip.raw.headers['cache-control']).toBe('private, no-store')
  const file = await browser.get(`/don/${petition.code}/phieu.json`)
  expect(file.raw.headers['content-disposition']).toBe(`attachment; filename="${petition.code}-1.phieu.json"`)
  const keys = [(await findLogKey(db, scope))!.vkey]
  expect(checkReceipt(Buffer.from(file.html), { keys, witnesses: [] })).toMatchObject({ ok: true })
  expect((await browser.get(`/en/don/${petition.code}/phieu`)).status).toBe(200)
})

test('whoever did not open the case with its secret is led to the same form, whether the case is there or not', async () => {
  const petition = await aCase('new')
  await integrate()
  const other = await opened(await aCase('new'))
  const strangers = [testBrowser(app), other, testBrowser(app, await signIn('hoa')), testBrowser(app, await signIn('binh'))]
  for (const browser of strangers)
    for (const code of [petition.code, 'PL-2026-99999'])
      for (const end of ['phieu', 'phieu.json']) {
        const { status, location } = await browser.get(`/don/${code}/${end}`)
        expect([status, location]).toEqual([303, `/tra-cuu?ma=${code}`])
      }
})
