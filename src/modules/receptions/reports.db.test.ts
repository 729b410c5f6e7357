import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../tests/support/office-browser.ts'
import { type CaseStep, caseSteps, officeCases } from '../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { visit } from '../../../tests/support/visits.ts'
import { setCutoff } from './cutoffs.ts'

let site: TestApp
let hoa: FormBrowser
let at = new Date('2026-11-24T09:00:00+07:00')
const REPORT = '/lam-viec/bao-cao'

beforeAll(async () => {
  site = await testApp({ petitions: true, now: () => at })
  hoa = await formBrowser(site, 'hoa')
  for (let i = 0; i < 35; i++)
    await hoa.post(
      '/lam-viec/so-tiep-dan/moi',
      visit({
        receivedOn: `2026-1${i % 2}-${String((i % 20) + 1).padStart(2, '0')}`,
        occasion: ['regular', 'periodic', 'adHoc'][i % 3]!,
        classification: ['complaint', 'petition'][i % 2]!,
        people: String((i % 7) + 1),
        representatives: 'Ông Bảy',
        previous: i > 20 ? '1' : '',
      }),
    )
})

/** A case brought to a step on one day. */
async function caseOn(step: CaseStep, day: string) {
  const cases = await officeCases(site, () => new Date(`${day}T09:00:00+07:00`))
  return { ...(await cases.aCase(step)), act: cases.act }
}

interface Cell {
  href: string
  label: string
  value: number
}
const unescaped = (text: string) => text.replaceAll('&amp;', '&')

/** Every figure of a report that leads somewhere. */
async function cellsOf(address: string): Promise<Cell[]> {
  const { body } = await hoa.get(address)
  const cells = body.matchAll(/<a href="(\/lam-viec\/bao-cao\/danh-sach[^"]*)" aria-label="([^"]*)">([\d.]+)<\/a>/g)
  return [...cells].map(([, href, label, value]) => ({ href: unescaped(href!), label: label!, value: Number(value!.replaceAll('.', '')) }))
}

/** What a cell leads to, over all its pages: rows of the table, and the people that they add up to. */
async function listBehind(href: string): Promise<{ rows: string[]; people: number }> {
  const rows: string[] = []
  let people = 0
  for (let next: string | undefined = href; next; ) {
    const response = await hoa.get(next)
    expect(response.statusCode, next).toBe(200)
    for (const [row] of response.body.matchAll(/<tr class="govuk-table__row[^"]*"><td.*?<\/tr>/gs)) {
      rows.push(/href="([^"]+)"/.exec(row)![1]!)
      people += Number(/data-label="Số người">([\d.]+)</.exec(row)?.[1]?.replaceAll('.', '') ?? 0)
    }
    next = unescaped(/rel="next" href="([^"]+)"/.exec(response.body)?.[1] ?? '') || undefined
  }
  expect(new Set(rows).size, href).toBe(rows.length)
  return { rows, people }
}

const figure = async (ky: string, nam: number, hang: string, cot = 'all', bang = 'don') => {
  const cells = await cellsOf(`${REPORT}?nam=${nam}&ky=${ky}`)
  return cells.find(({ href }) => href.includes(`bang=${bang}&hang=${hang}&cot=${cot}`))?.value ?? 0
}

describe('every figure of the report', () => {
  test.each([
    ['the running quarter', 'nam=2026&ky=q4'],
    ['a quarter that is over', 'nam=2026&ky=q3'],
    ['nine months', 'nam=2026&ky=9t'],
    ['the year', 'nam=2026&ky=nam'],
  ])(
    'of %s is the length of the list behind it',
    async (_label, query) => {
      const cells = await cellsOf(`${REPORT}?${query}`)
      expect(cells.length).toBeGreaterThan(5)
      for (const { href, label, value } of cells) {
        const { rows, people } = await listBehind(href)
        expect([label, /hang=(people|groupPeople)/.test(href) ? people : rows.length]).toEqual([label, value])
      }
    },
    120_000,
  )

  test('of cases adds up: what came is accepted, refused, elsewhere, withdrawn or waits', async () => {
    for (const [ky, nam] of [
      ['q4', 2026],
      ['nam', 2026],
    ] as const) {
      const all = Object.fromEntries(
        await Promise.all(
          [
            'carried',
            'received',
            'reopened',
            'total',
            'accepted',
            'ineligible',
            'outside',
            'withdrawn',
            'unprocessed',
            'open',
            'settled',
            'onTime',
            'late',
          ].map(async (name) => [name, await figure(ky, nam, name)]),
        ),
      ) as Record<string, number>
      expect(all['total']).toBe(all['carried']! + all['received']! + all['reopened']!)
      expect(all['total']).toBe(all['accepted']! + all['ineligible']! + all['outside']! + all['withdrawn']! + all['unprocessed']!)
      expect(all['accepted']).toBe(all['open']! + all['settled']!)
      expect(all['settled']).toBe(all['onTime']! + all['late']!)
      expect(all['total']).toBeGreaterThan(10)
    }
  })

  test.each(['ky=q5', 'nam=99', 'nam=x', 'ky=q1&nam=0'])('a report that does not exist (%s) is refused', async (query) => {
    expect((await hoa.get(`${REPORT}?${query}`)).statusCode).toBe(422)
  })

  test('a figure that does not exist is not found', async () => {
    for (const query of ['bang=tiep&hang=late&cot=all', 'bang=don&hang=late&cot=regular', 'bang=don&hang=toString&cot=all'])
      expect((await hoa.get(`${REPORT}/danh-sach?ky=q4&nam=2026&${query}`)).statusCode).toBe(404)
    expect((await hoa.get(`${REPORT}/danh-sach?ky=q4&nam=2026&bang=khac&hang=late&cot=all`)).statusCode).toBe(422)
    expect((await hoa.get(`${REPORT}/danh-sach?ky=q4&bang=don&hang=total&cot=all&after=x`)).statusCode).toBe(422)
  })

  test('shows no names, to the reception officer neither', async () => {
    const { body } = await hoa.get(`${REPORT}/danh-sach?ky=q4&nam=2026&bang=tiep&hang=visits&cot=all`)
    expect(body).not.toMatch(/Điểu Krá|070099001234/)
  })
})

describe('a period that is over', () => {
  test('keeps its figures whatever happens later', async () => {
    const names = ['carried', 'received', 'total', 'unprocessed', 'open', 'settled', 'outside', 'ineligible', 'withdrawn'] as const
    const figures = async (ky: string) =>
      Object.fromEntries(await Promise.all(names.map(async (name) => [name, await figure(ky, 2023, name)])))
    const assigned = await caseOn('assigned', '2023-02-10')
    await caseOn('new', '2023-03-30')
    const q1 = await figures('q1')
    expect(q1).toEqual({ carried: 0, received: 2, total: 2, unprocessed: 1, open: 1, settled: 0, outside: 0, ineligible: 0, withdrawn: 0 })
    // Settled in May: the first quarter stays as it was, the second has carried both over and settled one.
    const may = await officeCases(site, () => new Date('2023-05-05T09:00:00+07:00'))
    await may.act('nam', assigned, 'draftAnswer', { text: 'Đã xong.', outcome: 'solved' })
    await may.act('lam', assigned, 'issueAnswer', {})
    expect(await figures('q1')).toEqual(q1)
    expect(await figures('q2')).toEqual({
      carried: 2,
      received: 0,
      total: 2,
      unprocessed: 1,
      open: 0,
      settled: 1,
      outside: 0,
      ineligible: 0,
      withdrawn: 0,
    })
    expect(await figures('q3')).toMatchObject({ carried: 1, received: 0, settled: 0 })
    expect(await figures('6t')).toMatchObject({ carried: 0, received: 2, settled: 1, unprocessed: 1 })
  })

  test('counts a case on the Vietnamese day, also in the first and last hour', async () => {
    const first = await officeCases(site, () => new Date('2021-01-01T00:00:00+07:00'))
    const last = await officeCases(site, () => new Date('2021-03-31T23:59:59+07:00'))
    await first.aCase('new')
    await last.aCase('declined')
    expect([await figure('q1', 2021, 'received'), await figure('q1', 2021, 'ineligible'), await figure('q2', 2021, 'carried')]).toEqual([
      2, 1, 1,
    ])
  })

  test('counts a case that was taken up again in the period of its reopening', async () => {
    const answered = await caseOn('answered', '2022-02-01')
    const entry = (type: string, day: string, seq: number) => ({
      authority_id: 1,
      matter_type: 'petition',
      matter_id: answered.id,
      seq,
      id: crypto.randomUUID(),
      type,
      at: new Date(`${day}T03:00:00Z`),
      actor_role: 'chairman',
      actor_id: null,
      audience: 'public' as const,
      facts: '{}',
    })
    const { seq } = await site.db
      .selectFrom('history_entries')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('matter_id', '=', answered.id)
      .executeTakeFirstOrThrow()
    await site.db
      .insertInto('history_entries')
      .values([entry('petition.reopened', '2022-08-01', seq! + 1), entry('petition.withdrawn', '2022-11-01', seq! + 2)])
      .execute()
    await site.db.updateTable('petitions').set({ status: 'withdrawn' }).where('id', '=', answered.id).execute()
    const of = async (ky: string) => [
      await figure(ky, 2022, 'carried'),
      await figure(ky, 2022, 'received'),
      await figure(ky, 2022, 'reopened'),
      await figure(ky, 2022, 'settled'),
      await figure(ky, 2022, 'withdrawn'),
    ]
    // From before there may be cases carried over: they are subtracted.
    const carried = await figure('q2', 2022, 'carried')
    expect((await of('q1')).slice(1)).toEqual([1, 0, 1, 0])
    expect((await of('q2')).slice(1)).toEqual([0, 0, 0, 0])
    expect(await of('q3')).toEqual([carried, 0, 1, 0, 0])
    expect(await of('q4')).toEqual([carried + 1, 0, 0, 0, 1])
  })
})

describe('the 45-day alarm', () => {
  const ALARM = '/lam-viec/qua-45-ngay'
  const codesOf = (body: string) => [...body.matchAll(/\/lam-viec\/don\/(PL-[\d-]+)"/g)].map(([, code]) => code)

  test('lists what nobody has handled for 45 days, the oldest first, and apart from it what takes long', async () => {
    at = new Date('2026-11-25T09:00:00+07:00')
    const made = new Map<string, string>()
    for (const step of caseSteps) {
      // The 45th day of the first is yesterday, a day off, and moved to today; of the second it was Monday.
      for (const day of ['2026-10-10', '2026-10-09']) made.set(`${step} ${day}`, (await caseOn(step, day)).code)
    }
    const unprocessed = (await hoa.get(ALARM)).body
    const unfinished = (await hoa.get(`${ALARM}?xem=unfinished`)).body
    const listed = (body: string) => [...made].filter(([, code]) => codesOf(body).includes(code)).map(([name]) => name)
    expect(listed(unprocessed)).toEqual(['new 2026-10-09'])
    expect(listed(unfinished).toSorted()).toEqual([
      'assigned 2026-10-09',
      'drafted 2026-10-09',
      'invited 2026-10-09',
      'suspended 2026-10-09',
      'unassigned 2026-10-09',
      'verifying 2026-10-09',
    ])
    expect(unprocessed).toContain('09/10/2026')
    expect(unprocessed).toContain('47 ngày')
  })

  test('its count is the length of the list, page by page, and stands on the book as well', async () => {
    const count = Number(/Quá 45 ngày<span class="count count-late"> (\d+)/.exec((await hoa.get('/lam-viec/so-tiep-dan')).body)![1])
    const codes: string[] = []
    for (let next: string | undefined = ALARM; next; ) {
      const { body } = await hoa.get(next)
      codes.push(...codesOf(body).map((code) => code!))
      next = unescaped(/rel="next" href="([^"]+)"/.exec(body)?.[1] ?? '') || undefined
    }
    expect(codes).toHaveLength(count)
    const phuc = await formBrowser(site, 'phuc')
    expect((await phuc.get('/lam-viec/so-tiep-dan')).body).not.toContain('Quá 45 ngày')
  })

  test('is read from its index', async () => {
    const { rows } = await site.pool
      .query(`set enable_seqscan = off; explain select * from petitions where authority_id = 1
      and status in ('received', 'accepted', 'suspended') and status in ('received') and received_on <= '2026-10-09' order by received_on, id limit 31`)
      .then((results) => (results as unknown as { rows: { 'QUERY PLAN': string }[] }[])[1]!)
    expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('petitions_open_by_receipt')
  })

  test.each(['xem=all', 'after=x', 'xem=unprocessed&xem=unfinished'])('%s is refused', async (query) => {
    expect((await hoa.get(`${ALARM}?${query}`)).statusCode).toBe(422)
  })
})

describe('the reporting months', () => {
  const CUTOFF = '/lam-viec/quan-tri/ky-bao-cao'
  test('are set by the administrator with the number of a document, and the report says so', async () => {
    const khanh = await formBrowser(site, 'khanh')
    const response = await khanh.post(CUTOFF, { validFrom: '2020-01', startDay: '15', documentNumber: '125/UBND-NC' })
    expect(response.headers.location).toBe(`${CUTOFF}?xong=1`)
    expect((await khanh.get(CUTOFF)).body).toContain('Từ ngày 15 tháng trước đến ngày 14 tháng này')
    const { body } = await hoa.get(`${REPORT}?nam=2026&ky=q3`)
    expect(body).toContain('Từ ngày 15/06/2026 đến ngày 14/09/2026')
    expect(body).toContain('theo văn bản của địa phương số 125/UBND-NC')
    const audited = await site.db.selectFrom('audit_entries').select('facts').where('action', '=', 'reportCutoff.set').execute()
    expect(audited).toMatchObject([{ facts: { validFrom: '2020-01-01', startDay: 15 } }])
    await site.db
      .transaction()
      .execute((trx) =>
        setCutoff(trx, { authorityId: 1 }, { personId: 'p' }, { validFrom: '2020-01-01', startDay: 1, documentNumber: 'x' }),
      )
    expect((await hoa.get(`${REPORT}?nam=2026&ky=q3`)).body).toContain('Từ ngày 01/07/2026 đến ngày 30/09/2026')
  })

  test.each([
    ['validFrom', { validFrom: '' }],
    ['validFrom', { validFrom: '2026-13' }],
    ['validFrom', { validFrom: '2026-01-01' }],
    ['startDay', { startDay: '0' }],
    ['startDay', { startDay: '29' }],
    ['startDay', { startDay: 'rằm' }],
    ['startDay', { startDay: '' }],
    ['documentNumber', { documentNumber: ' ' }],
    ['documentNumber', { documentNumber: 'x'.repeat(61) }],
    ['set_by', { set_by: 'khanh' }],
  ])('a wrong %s is named (%j) and nothing is written', async (field, change) => {
    const khanh = await formBrowser(site, 'khanh')
    const before = await rowCounts(site.db)
    const response = await khanh.post(CUTOFF, {
      validFrom: '2026-01',
      startDay: '15',
      documentNumber: '125/UBND-NC',
      ...(change as unknown as Record<string, string>),
    })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(`href="#${field}"`)
    expect(await rowCounts(site.db)).toEqual(before)
  })
})
