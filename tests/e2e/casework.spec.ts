import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { officeCases } from '../support/office-cases.ts'
import { pdf, photoWithPlace } from '../support/sample-files.ts'
import { SUNDAY, testSite } from '../support/site.ts'

const noScripts = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }
let now = SUNDAY
const site = await testSite({ now: () => now })
const cases = await officeCases(site, () => now)
const onDay = (day: string) => {
  now = new Date(`${day}T10:00:00+07:00`)
}

const read = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** Opens the folded form of an act and sends it. */
async function doAct(page: Page, name: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>, button: string): Promise<void> {
  const folded = page.locator('details').filter({ has: page.locator('summary', { hasText: name }) })
  if ((await folded.count()) > 0) await folded.first().locator('summary').click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: button, exact: true }) })
  await fill(form)
  await form.getByRole('button', { name: button, exact: true }).click()
}

async function openAsOfficer(username: string, code: string): Promise<Page> {
  const page = await (await site.visit(username, noScripts)).newPage()
  await page.goto(`/lam-viec/don/${code}`)
  return page
}

async function openAsFiler(code: string, secret: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await site.visit(null, noScripts)
  const page = await context.newPage()
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã hồ sơ').fill(code)
  await page.getByLabel('Mã bí mật').fill(secret)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await page.getByText(code).first().waitFor()
  return { page, context }
}

test('a complaint: invited to the dialogue, heard, decided, and taken to the authority above', async () => {
  onDay('2026-11-23')
  const { code, secret } = await cases.aCase('assigned')
  const nam = await openAsOfficer('nam', code)
  await doAct(
    nam,
    'Mời đối thoại',
    async (form) => {
      await form.getByLabel('Ngày đối thoại').fill('2026-12-01')
      await form.getByLabel('Giờ').fill('08:30')
      await form.getByLabel('Địa điểm').fill('Phòng tiếp công dân')
    },
    'Gửi giấy mời',
  )
  await nam.getByText('Đã mời người khiếu nại đối thoại.').waitFor()

  const { page: invited } = await openAsFiler(code, secret)
  for (const said of ['Đối thoại', '08:30, Thứ ba, 01/12/2026', 'Phòng tiếp công dân', 'Mời bạn dự'])
    expect(await read(invited)).toContain(said)

  onDay('2026-12-01')
  await nam.goto(`/lam-viec/don/${code}`)
  await doAct(
    nam,
    'Ghi biên bản đối thoại',
    async (form) => {
      await form.getByLabel('Đã đối thoại').check()
      await form.getByLabel('Nội dung').fill('Hai bên thống nhất diện tích; chưa thống nhất mức bồi thường.')
      await form.getByLabel('Ảnh, biên bản (PDF)').setInputFiles({ name: 'biên bản.pdf', mimeType: 'application/pdf', buffer: pdf() })
    },
    'Lưu biên bản',
  )
  await nam.getByText('Đã ghi biên bản đối thoại.').waitFor()
  expect(await read(nam)).toContain('biên bản.pdf')
  await cases.act('nam', await caseOf(code), 'draftAnswer', { text: 'Giữ nguyên quyết định.', outcome: 'explained' })
  await cases.act('lam', await caseOf(code), 'issueAnswer', {})

  const { page: filer } = await openAsFiler(code, secret)
  expect(await read(filer)).toContain('Hai bên thống nhất diện tích')
  await doAct(
    filer,
    'Tôi muốn khiếu nại lần hai',
    (form) => form.getByLabel('Vì sao bạn không đồng ý?').fill('Mức bồi thường chưa theo giá đất hiện hành.'),
    'Gửi khiếu nại lần hai',
  )
  await filer.getByText('Đã ghi khiếu nại lần hai.').waitFor()
  expect(await read(filer)).toContain('Ủy ban nhân dân tỉnh Bình Phước')
})

test('feedback: promised, the day moved before all eyes, reported done with a photo, not solved, and taken up again', async () => {
  onDay('2026-11-23')
  const { code, secret, ...petition } = await cases.aCase('promised', { kind: 'feedback' })
  await cases.act('hoa', petition, 'clearForPublication', {})
  const dung = await openAsOfficer('dung', code)
  await doAct(
    dung,
    'Gia hạn',
    async (form) => {
      await form.getByLabel('Ngày mới').fill('2026-12-31')
      await form.getByLabel('Lý do').fill('Chờ vật tư về.')
    },
    'Gia hạn',
  )
  await dung.getByText('Đã gia hạn; việc này được tính là có gia hạn').waitFor()

  const visitor = await (await site.visit(null, noScripts)).newPage()
  await visitor.goto(`/don/${code}`)
  for (const said of ['Từ Chủ nhật, 13/12/2026 đến Thứ năm, 31/12/2026', 'Chờ vật tư về.', 'lúc đầu hẹn 13/12/2026'])
    expect(await read(visitor)).toContain(said)

  onDay('2026-12-20')
  const nam = await openAsOfficer('nam', code)
  await doAct(
    nam,
    'Báo đã thực hiện lời hẹn',
    async (form) => {
      await form.getByLabel('Nội dung').fill('Đã lắp sáu bóng đèn.')
      await form
        .getByLabel('Ảnh, biên bản (PDF)')
        .setInputFiles({ name: 'đèn.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() })
    },
    'Báo đã làm xong',
  )
  await nam.getByText('Đã ghi việc thực hiện lời hẹn.').waitFor()
  await visitor.reload()
  for (const said of ['Đã lắp sáu bóng đèn.', 'Cơ quan báo đã làm xong ngày 20/12/2026', 'đèn.jpg'])
    expect(await read(visitor)).toContain(said)

  const { page: filer } = await openAsFiler(code, secret)
  expect(await filer.getByRole('button', { name: 'Mở lại hồ sơ' }).count()).toBe(0)
  await filer.getByLabel('Chưa giải quyết').check()
  await filer.getByLabel('Rất không hài lòng').check()
  await filer.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await filer.getByText('Đã ghi đánh giá của bạn.').waitFor()
  expect(await read(filer)).toContain('quy định của cổng, không phải thời hạn của luật')
  await filer.getByLabel('Việc gì còn chưa xong?').fill('Ba bóng không sáng.')
  await filer.getByRole('button', { name: 'Mở lại hồ sơ' }).click()
  await filer.getByText('Đã mở lại hồ sơ. Cơ quan giải quyết tiếp.').waitFor()
  expect(await read(filer)).toContain('Trả lời trước khi mở lại')
  await visitor.reload()
  expect(await read(visitor)).toContain('Mở lại để giải quyết tiếp')
  expect(await read(visitor)).not.toContain('Ba bóng không sáng.')
})

async function caseOf(code: string): Promise<{ id: string }> {
  return site.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
}
