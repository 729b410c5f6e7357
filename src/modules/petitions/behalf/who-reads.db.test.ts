import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import type { GroupInput } from './behalf-input.ts'

const now = () => new Date('2026-11-23T10:00:00+07:00')
const it = await testApp({ now })
const cases = await officeCases(it, now)

/** Words that nothing else in these tests holds. */
const group: GroupInput = {
  people: 12,
  spokespeople: [{ name: 'Lâm Văn Mười Hai', address: 'hẻm 777', phone: '0900 000 007', identityNumber: '070099123456' }],
  signers: [{ name: 'Hà Thị Mười Ba', address: 'hẻm 888', identityNumber: '285123456' }],
}
const secretWords = ['Lâm Văn Mười Hai', 'hẻm 777', '0900 000 007', '070099123456', 'Hà Thị Mười Ba', 'hẻm 888', '285123456']
const everybody = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh', 'anonymous', 'filer', 'wrongSecret'] as const
type Reader = (typeof everybody)[number]

/** Who is shown the names on a case that is public for nobody; whoever is not named here is shown no case at all. */
const shown: Record<'new' | 'assigned', Partial<Record<Reader, 'names' | 'number'>>> = {
  new: { hoa: 'names', lam: 'names', phuc: 'number', filer: 'names' },
  assigned: { hoa: 'names', nam: 'names', dung: 'names', lam: 'names', phuc: 'number', filer: 'names' },
}

const cookies = new Map<Reader, string>()
beforeAll(async () => {
  for (const reader of everybody.slice(0, 9)) cookies.set(reader, await it.signIn(reader))
})
function headersOf(reader: Reader, secret: string): Record<string, string> {
  if (reader === 'filer') return { 'x-petition-secret': secret }
  if (reader === 'wrongSecret') return { 'x-petition-secret': '0000-0000-0000-0000-0000' }
  return { cookie: cookies.get(reader) ?? '' }
}
const found = (body: string) => secretWords.filter((word) => body.includes(word))

describe.each(['new', 'assigned'] as const)('a case of many that is %s', (step) => {
  test.each(everybody)('%s is shown the names, or none of their words, by the API', async (reader) => {
    const { code, secret } = await cases.aCase(step, { group })
    const response = await it.app.inject({ url: `/api/v1/petitions/${code}`, headers: headersOf(reader, secret) })
    const right = shown[step][reader]
    expect([response.statusCode, found(response.body)]).toEqual([right ? 200 : 404, right === 'names' ? secretWords : []])
    if (!right) return
    const { behalf, parties } = response.json()
    expect([behalf.people, parties?.length]).toEqual([12, right === 'names' ? 2 : undefined])
  })

  test.each(everybody)('%s is shown the same on the pages of the office', async (reader) => {
    const { code, secret } = await cases.aCase(step, { group })
    const right = reader === 'filer' ? undefined : shown[step][reader]
    for (const url of [`/lam-viec/don/${code}`, `/en/lam-viec/don/${code}`]) {
      const { body, statusCode } = await it.app.inject({ url, headers: headersOf(reader, secret) })
      expect([url, statusCode === 200, found(body)]).toEqual([url, right !== undefined, right === 'names' ? secretWords : []])
      if (right) expect(body).toContain('(12)')
    }
    for (const url of ['/lam-viec?view=all', '/api/v1/office/petitions?view=all', `/don/${code}`, `/lam-viec/don/${code}/phieu`])
      expect(found((await it.app.inject({ url, headers: headersOf(reader, secret) })).body), url).toEqual([])
  })
})
