import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { type Role, roles } from './accounts.ts'
import { type TestApp, testApp } from './test-app.ts'
import { createUnit } from './unit-repository.ts'

type Who = 'visitor' | Role | 'with a temporary password'
const everybody: readonly Who[] = ['visitor', ...roles, 'with a temporary password']

const anybody = () => true
const signedIn = (who: Who) => who !== 'visitor'
const withOwnPassword = (who: Who) => signedIn(who) && who !== 'with a temporary password'
const officers = (who: Who) => withOwnPassword(who) && who !== 'resident'
const administrators = (who: Who) => who === 'administrator'
const chairmanToo = (who: Who) => who === 'administrator' || who === 'chairman'

/** Every route of this module and who passes its guard. A route that is not here fails the last test until somebody decides. */
const cells: [method: 'GET' | 'POST', url: string, allowed: (who: Who) => boolean][] = [
  ['GET', '/dang-nhap', anybody],
  ['POST', '/dang-nhap', anybody],
  ['GET', '/dang-nhap/ma-xac-nhan', anybody],
  ['POST', '/dang-nhap/ma-xac-nhan', anybody],
  ['POST', '/dang-nhap/duy-tri', anybody],
  ['POST', '/dang-nhap/het-gio', anybody],
  ['POST', '/dang-xuat', anybody],
  ['POST', '/api/v1/auth/sign-in', anybody],
  ['POST', '/api/v1/auth/sign-out', signedIn],
  ['GET', '/api/v1/me', signedIn],
  ['GET', '/api/v1/units', anybody],
  ['GET', '/tai-khoan', withOwnPassword],
  ['GET', '/tai-khoan/mat-khau', signedIn],
  ['POST', '/tai-khoan/mat-khau', signedIn],
  ['POST', '/tai-khoan/phien/:id/dang-xuat', signedIn],
  ['POST', '/tai-khoan/phien/dang-xuat-noi-khac', signedIn],
  ['POST', '/tai-khoan/nhac-viec', officers],
  ['GET', '/tai-khoan/ma-xac-nhan', withOwnPassword],
  ['POST', '/tai-khoan/ma-xac-nhan/bat', withOwnPassword],
  ['POST', '/tai-khoan/ma-xac-nhan/xac-nhan', withOwnPassword],
  ['POST', '/tai-khoan/ma-xac-nhan/tat', withOwnPassword],
  ['GET', '/lam-viec/quan-tri', administrators],
  ['GET', '/lam-viec/quan-tri/don-vi', administrators],
  ['POST', '/lam-viec/quan-tri/don-vi', administrators],
  ['GET', '/lam-viec/quan-tri/don-vi/:id', administrators],
  ['GET', '/lam-viec/quan-tri/don-vi/:id/chia-tach', administrators],
  ['POST', '/lam-viec/quan-tri/don-vi/:id/chia-tach', administrators],
  ['POST', '/lam-viec/quan-tri/don-vi/:id', administrators],
  ['POST', '/lam-viec/quan-tri/don-vi/:id/so-dan', administrators],
  ['GET', '/lam-viec/quan-tri/cap-tren', administrators],
  ['POST', '/lam-viec/quan-tri/cap-tren', administrators],
  ['GET', '/lam-viec/quan-tri/phien', administrators],
  ['POST', '/lam-viec/quan-tri/phien', administrators],
  ['GET', '/lam-viec/uy-quyen', chairmanToo],
  ['POST', '/lam-viec/uy-quyen', chairmanToo],
  ['POST', '/lam-viec/uy-quyen/:id/ket-thuc', chairmanToo],
  ['GET', '/lam-viec/quan-tri/nguoi-dung', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung', administrators],
  ['GET', '/lam-viec/quan-tri/nguoi-dung/:id', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung/:id', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung/:id/mat-khau', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung/:id/ma-xac-nhan', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung/:id/ngung', administrators],
  ['POST', '/lam-viec/quan-tri/nguoi-dung/:id/mo-lai', administrators],
]

let it: TestApp
const routes: string[] = []
const nobody = '00000000-0000-7000-8000-000000000000'

beforeAll(async () => {
  const connection = await testDatabase()
  it = await testApp(connection)
  routes.push(...it.routes)
  const unitId = await connection.db
    .transaction()
    .execute((trx) => createUnit(trx, it.scope, { name: 'Đội', shortName: 'Đội', kind: 'agency', validFrom: '2017-01-01' }))
  for (const role of roles) await it.addPerson(nameOf(role), [role], { unitId: role === 'resident' ? null : unitId })
  await it.addPerson(nameOf('with a temporary password'), ['administrator'], { passwordIsTemporary: true })
})
afterAll(() => it.app.close())

const nameOf = (who: Who) => who.toLowerCase().replaceAll(' ', '.')

for (const who of everybody) {
  test(`${who}: each route opens or stays shut as the table says`, async () => {
    for (const [method, url, allowed] of cells) {
      const browser = it.browser()
      if (who !== 'visitor') expect((await browser.signIn(nameOf(who))).statusCode).toBe(200)
      const address = url.replace(':id', nobody)
      const response =
        method === 'GET'
          ? await browser.get(address)
          : address.startsWith('/api/')
            ? await browser.json(address, {})
            : await browser.fill(who === 'visitor' ? '/dang-nhap' : '/tai-khoan/mat-khau', address, {})
      expect(`${method} ${url} ${passed(response, address)}`).toBe(`${method} ${url} ${allowed(who)}`)
    }
  })
}

/** The guard let it pass, whatever came of the empty input. */
function passed(
  response: { statusCode: number; headers: { location?: string | undefined }; json: () => { code: string } },
  address: string,
): boolean {
  if (response.statusCode === 403) return false
  if (address.startsWith('/api/') && response.statusCode === 401) return response.json().code !== 'not_signed_in'
  const goes = response.headers.location ?? ''
  const detour =
    goes.startsWith('/dang-nhap?tiep=') || goes === '/tai-khoan/mat-khau' || (goes === '/dang-nhap' && !address.startsWith('/dang-nhap'))
  return !(response.statusCode === 303 && detour && !address.startsWith('/dang-nhap'))
}

test('the table names every route of the module', () => {
  expect([...routes].sort()).toEqual(cells.map(([method, url]) => `${method} ${url}`).sort())
})
