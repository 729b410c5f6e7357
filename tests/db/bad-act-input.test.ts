import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { type CaseStep, officeCases } from '../support/office-cases.ts'
import { refusal as refuse, post as send } from '../support/refusal.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now })
const { app, signIn } = testing
const cases = await officeCases(testing, now)
const post = (url: string, payload: unknown, headers?: Record<string, string>) => send(testing, url, payload, headers)
const refusal = (url: string, payload: unknown, headers?: Record<string, string>) => refuse(testing, url, payload, headers)

interface ActRow {
  act: string
  at: CaseStep
  by: string
  input: Record<string, unknown>
  wrong: Record<string, unknown>
  code: string
  field: string
}

const far = 'x'.repeat(30_000)
/** For each act: what is right, and one wrong thing a row. */
const actRows: ActRow[] = (
  [
    [
      'accept',
      'new',
      'hoa',
      {},
      [
        [{ unit: 5 }, 'unit', 'invalid_type'],
        [{ unit: 'Đội không có' }, 'unit', 'unknown_reference'],
        [{ unit: far }, 'unit', 'too_long'],
        [{ unit: 'a\u0000' }, 'unit', 'unstorable'],
        [{ officer: 'khong-co' }, 'officer', 'unknown_reference'],
        [{ officer: 'hoa' }, 'officer', 'unknown_reference'],
        [{ officer: ['nam'] }, 'officer', 'invalid_type'],
        [{ status: 'answered' }, 'status', 'unknown_field'],
      ],
    ],
    [
      'decline',
      'new',
      'hoa',
      { ground: 'inCourt', reason: 'Tòa án đang xét.' },
      [
        [{ ground: undefined }, 'ground', 'invalid_choice'],
        [{ ground: 'bored' }, 'ground', 'invalid_choice'],
        [{ ground: null }, 'ground', 'invalid_choice'],
        [{ reason: undefined }, 'reason', 'required'],
        [{ reason: null }, 'reason', 'required'],
        [{ reason: '  ' }, 'reason', 'required'],
        [{ reason: 5 }, 'reason', 'invalid_type'],
        [{ reason: 'ữ'.repeat(4001) }, 'reason', 'too_long'],
        [{ reason: '\ud800' }, 'reason', 'unstorable'],
        [{ words: 'x' }, 'words', 'unknown_field'],
      ],
    ],
    [
      'assign',
      'unassigned',
      'hoa',
      { unit: 'Đội Quản lý đô thị' },
      [
        [{ unit: undefined }, 'unit', 'required'],
        [{ unit: '' }, 'unit', 'required'],
        [{ unit: {} }, 'unit', 'invalid_type'],
        [{ unit: 'x' }, 'unit', 'unknown_reference'],
        [{ officer: 'mai' }, 'officer', 'unknown_reference'],
        [{ officer: 1 }, 'officer', 'invalid_type'],
        [{ to: 'x' }, 'to', 'unknown_field'],
      ],
    ],
    [
      'recordVerification',
      'assigned',
      'nam',
      { words: 'Đã xem.' },
      [
        [{ words: undefined }, 'words', 'required'],
        [{ words: '\n' }, 'words', 'required'],
        [{ words: 'ữ'.repeat(10_001) }, 'words', 'too_long'],
        [{ words: 'a\u0000' }, 'words', 'unstorable'],
        [{ words: false }, 'words', 'invalid_type'],
        [{ public: 'perhaps' }, 'public', 'invalid_choice'],
        [{ public: 1 }, 'public', 'invalid_choice'],
        [{ files: [] }, 'files', 'unknown_field'],
      ],
    ],
    [
      'findComplex',
      'assigned',
      'dung',
      { criteria: [1], reason: 'Nhiều nơi.' },
      [
        [{ criteria: undefined }, 'criteria', 'required'],
        [{ criteria: [] }, 'criteria', 'too_few'],
        [{ criteria: [0] }, 'criteria.0', 'too_small'],
        [{ criteria: [1, 8] }, 'criteria.1', 'too_big'],
        [{ criteria: [1.5] }, 'criteria.0', 'invalid_type'],
        [{ criteria: 'all' }, 'criteria.0', 'invalid_choice'],
        [{ criteria: [1, 2, 3, 4, 5, 6, 7, 1] }, 'criteria', 'too_many'],
        [{ criteria: [null] }, 'criteria.0', 'invalid_choice'],
        [{ reason: '' }, 'reason', 'required'],
        [{ reason: far }, 'reason', 'too_long'],
        [{ x: 1 }, 'x', 'unknown_field'],
      ],
    ],
    [
      'draftAnswer',
      'assigned',
      'nam',
      { text: 'Đã xong.', outcome: 'solved' },
      [
        [{ text: undefined }, 'text', 'required'],
        [{ text: ' ' }, 'text', 'required'],
        [{ text: 'ữ'.repeat(20_001) }, 'text', 'too_long'],
        [{ text: [] }, 'text', 'invalid_type'],
        [{ outcome: undefined }, 'outcome', 'invalid_choice'],
        [{ outcome: 'ignored' }, 'outcome', 'invalid_choice'],
        [{ outcome: 'promised' }, 'promisedOn', 'required'],
        [{ outcome: 'promised', promisedOn: '2026-11-22' }, 'promisedOn', 'in_the_past'],
        [{ outcome: 'promised', promisedOn: '2026-02-30' }, 'promisedOn', 'invalid_date'],
        [{ outcome: 'promised', promisedOn: '30/11/2026' }, 'promisedOn', 'invalid_date'],
        [{ outcome: 'promised', promisedOn: 20261201 }, 'promisedOn', 'invalid_date'],
        [{ outcome: 'promised', promisedOn: '999999-01-01' }, 'promisedOn', 'invalid_date'],
        [{ signedBy: 'lam' }, 'signedBy', 'unknown_field'],
      ],
    ],
    [
      'returnDraft',
      'drafted',
      'dung',
      { reason: 'Ghi rõ ngày.' },
      [
        [{ reason: undefined }, 'reason', 'required'],
        [{ reason: 'ữ'.repeat(4001) }, 'reason', 'too_long'],
        [{ reason: {} }, 'reason', 'invalid_type'],
        [{ text: 'x' }, 'text', 'unknown_field'],
      ],
    ],
    ['issueAnswer', 'drafted', 'lam', {}, [[{ text: 'another text' }, 'text', 'unknown_field']]],
    ['clearForPublication', 'new', 'hoa', {}, [[{ publish: true }, 'publish', 'unknown_field']]],
    [
      'withdraw',
      'new',
      'filer',
      {},
      [
        [{ reason: 'ữ'.repeat(4001) }, 'reason', 'too_long'],
        [{ reason: 3 }, 'reason', 'invalid_type'],
        [{ reason: 'a\u0000' }, 'reason', 'unstorable'],
        [{ ground: 'x' }, 'ground', 'unknown_field'],
      ],
    ],
    [
      'rate',
      'answered',
      'filer',
      { solved: 'yes', satisfaction: 5 },
      [
        [{ solved: undefined }, 'solved', 'invalid_choice'],
        [{ solved: true }, 'solved', 'invalid_choice'],
        [{ solved: 'maybe' }, 'solved', 'invalid_choice'],
        [{ satisfaction: undefined }, 'satisfaction', 'invalid_choice'],
        [{ satisfaction: 0 }, 'satisfaction', 'too_small'],
        [{ satisfaction: 6 }, 'satisfaction', 'too_big'],
        [{ satisfaction: 2.5 }, 'satisfaction', 'invalid_type'],
        [{ satisfaction: '6' }, 'satisfaction', 'invalid_choice'],
        [{ satisfaction: 1e300 }, 'satisfaction', 'too_big'],
        [{ words: 'ữ'.repeat(4001) }, 'words', 'too_long'],
        [{ words: 9 }, 'words', 'invalid_type'],
        [{ outcome: 'solved' }, 'outcome', 'unknown_field'],
      ],
    ],
    [
      'guide',
      'new',
      'hoa',
      { agency: 'Chi nhánh điện lực', reason: 'Đường dây do điện lực quản lý.' },
      [
        [{ agency: undefined }, 'agency', 'required'],
        [{ agency: '' }, 'agency', 'required'],
        [{ agency: 'x'.repeat(301) }, 'agency', 'too_long'],
        [{ agency: 'a\u0000' }, 'agency', 'unstorable'],
        [{ documentNumber: 'x'.repeat(61) }, 'documentNumber', 'too_long'],
        [{ documentNumber: 3 }, 'documentNumber', 'invalid_type'],
        [{ reason: undefined }, 'reason', 'required'],
        [{ reason: far }, 'reason', 'too_long'],
        [{ unit: 'x' }, 'unit', 'unknown_field'],
      ],
    ],
    [
      'transfer',
      'new',
      'hoa',
      { agency: 'Sở Xây dựng', documentNumber: '12/PC-UBND', reason: 'Đường của tỉnh.' },
      [
        [{ agency: undefined }, 'agency', 'required'],
        [{ documentNumber: undefined }, 'documentNumber', 'required'],
        [{ documentNumber: ' ' }, 'documentNumber', 'required'],
        [{ documentNumber: 'x'.repeat(61) }, 'documentNumber', 'too_long'],
        [{ reason: null }, 'reason', 'required'],
        [{ to: 'x' }, 'to', 'unknown_field'],
      ],
    ],
    [
      'recordReport',
      'transferred',
      'hoa',
      { words: 'Sở đã sửa.' },
      [
        [{ words: undefined }, 'words', 'required'],
        [{ words: 'ữ'.repeat(20_001) }, 'words', 'too_long'],
        [{ documentNumber: {} }, 'documentNumber', 'invalid_type'],
        [{ x: 1 }, 'x', 'unknown_field'],
      ],
    ],
    [
      'askToComplete',
      'new',
      'hoa',
      { words: 'Xin gửi thêm ảnh.' },
      [
        [{ words: undefined }, 'words', 'required'],
        [{ words: 'ữ'.repeat(4001) }, 'words', 'too_long'],
        [{ words: '\ud800' }, 'words', 'unstorable'],
        [{ reason: 'x' }, 'reason', 'unknown_field'],
      ],
    ],
    [
      'transferWithin',
      'assigned',
      'dung',
      { unit: 'Phòng Y tế', reason: 'Việc của y tế.' },
      [
        [{ unit: undefined }, 'unit', 'required'],
        [{ unit: 'x' }, 'unit', 'unknown_reference'],
        [{ unit: 'Đội Quản lý đô thị' }, 'unit', 'unchanged'],
        [{ officer: 'nam' }, 'officer', 'unknown_reference'],
        [{ reason: '' }, 'reason', 'required'],
        [{ x: 1 }, 'x', 'unknown_field'],
      ],
    ],
    [
      'suspend',
      'assigned',
      'lam',
      { ground: 'forceMajeure', documentNumber: '5/QĐ-UBND', reason: 'Lũ.' },
      [
        [{ ground: undefined }, 'ground', 'invalid_choice'],
        [{ ground: 'bored' }, 'ground', 'invalid_choice'],
        [{ documentNumber: '' }, 'documentNumber', 'required'],
        [{ reason: undefined }, 'reason', 'required'],
        [{ dueOn: '2027-01-01' }, 'dueOn', 'unknown_field'],
      ],
    ],
    [
      'resume',
      'suspended',
      'lam',
      { documentNumber: '6/QĐ-UBND', reason: 'Nước đã rút.' },
      [
        [{ documentNumber: undefined }, 'documentNumber', 'required'],
        [{ reason: ' ' }, 'reason', 'required'],
        [{ ground: 'x' }, 'ground', 'unknown_field'],
      ],
    ],
    [
      'inviteToDialogue',
      'assigned',
      'nam',
      { heldOn: '2026-12-10', heldAt: '08:30', place: 'Phòng tiếp công dân' },
      [
        [{ heldOn: undefined }, 'heldOn', 'required'],
        [{ heldOn: '2026-11-22' }, 'heldOn', 'in_the_past'],
        [{ heldOn: '2026-11-26' }, 'heldOn', 'too_soon'],
        [{ heldOn: '2026-02-30' }, 'heldOn', 'invalid_date'],
        [{ heldAt: undefined }, 'heldAt', 'required'],
        [{ heldAt: '25:00' }, 'heldAt', 'invalid_time'],
        [{ heldAt: '8:30' }, 'heldAt', 'invalid_time'],
        [{ place: '' }, 'place', 'required'],
        [{ place: 'x'.repeat(301) }, 'place', 'too_long'],
        [{ words: 'x' }, 'words', 'unknown_field'],
      ],
    ],
    [
      'recordDialogue',
      'invited',
      'nam',
      { attendance: 'postponed', words: 'Xin dời.' },
      [
        [{ attendance: undefined }, 'attendance', 'invalid_choice'],
        [{ attendance: 'maybe' }, 'attendance', 'invalid_choice'],
        [{ attendance: 'held' }, 'attendance', 'too_early'],
        [{ words: undefined }, 'words', 'required'],
        [{ words: 'ữ'.repeat(20_001) }, 'words', 'too_long'],
        [{ minutes: 'x' }, 'minutes', 'unknown_field'],
      ],
    ],
    [
      'extend',
      'promised',
      'dung',
      { dueOn: '2027-03-01', reason: 'Chờ kinh phí.' },
      [
        [{ dueOn: undefined }, 'dueOn', 'required'],
        [{ dueOn: '2026-11-22' }, 'dueOn', 'in_the_past'],
        [{ dueOn: '2026-12-12' }, 'dueOn', 'not_later'],
        [{ dueOn: '01/03/2027' }, 'dueOn', 'invalid_date'],
        [{ reason: '' }, 'reason', 'required'],
        [{ stage: 'resolution' }, 'stage', 'unknown_field'],
      ],
    ],
    [
      'keepPromise',
      'promised',
      'nam',
      { words: 'Đã lắp đèn.' },
      [
        [{ words: undefined }, 'words', 'required'],
        [{ words: 'ữ'.repeat(10_001) }, 'words', 'too_long'],
        [{ files: [] }, 'files', 'unknown_field'],
      ],
    ],
    [
      'reopen',
      'promised',
      'lam',
      { reason: 'Dân báo chưa xong.' },
      [
        [{ reason: undefined }, 'reason', 'required'],
        [{ reason: 'ữ'.repeat(4001) }, 'reason', 'too_long'],
        [{ unit: 'x' }, 'unit', 'unknown_field'],
      ],
    ],
    [
      'redact',
      'answered',
      'hoa',
      { subject: 'Đường […] ngập', body: 'Nước tràn vào nhà sau mỗi trận mưa.', answer: 'Đã […] cống.', reason: 'Có tên riêng.' },
      [
        [{ subject: undefined }, 'subject', 'required'],
        [{ subject: 'Đường khác ngập' }, 'subject', 'not_only_cut'],
        [{ body: 'Nước không tràn.' }, 'body', 'not_only_cut'],
        [{ body: '' }, 'body', 'required'],
        [{ answer: 'Chưa nạo vét.' }, 'answer', 'not_only_cut'],
        [{ reason: undefined }, 'reason', 'required'],
        [{ public: true }, 'public', 'unknown_field'],
      ],
    ],
    [
      'withdrawPart',
      'new',
      'filer',
      { words: 'Phần bồi thường.' },
      [
        [{ words: undefined }, 'words', 'required'],
        [{ words: 'ữ'.repeat(4001) }, 'words', 'too_long'],
        [{ reason: 'x' }, 'reason', 'unknown_field'],
      ],
    ],
    [
      'appeal',
      'answered',
      'filer',
      { reason: 'Quyết định chưa xem biên bản.' },
      [
        [{ reason: undefined }, 'reason', 'required'],
        [{ reason: far }, 'reason', 'too_long'],
        [{ agency: 'x' }, 'agency', 'unknown_field'],
      ],
    ],
  ] as [string, CaseStep, string, object, [object, string, string][]][]
).flatMap(([act, at, by, input, wrongs]) => wrongs.map(([wrong, field, code]) => ({ act, at, by, input, wrong, field, code }) as ActRow))

describe('the inputs of the acts', () => {
  const made = new Map<CaseStep, ReturnType<typeof cases.aCase>>()
  const cookies = new Map<string, Promise<string>>()
  // Only what is no complaint is taken up again.
  const aCase = (at: CaseStep) => cases.aCase(at, at === 'promised' ? { kind: 'feedback' } : {})
  const known = <K, V>(map: Map<K, V>, key: K, make: () => V) => map.get(key) ?? map.set(key, make()).get(key)!

  async function asked(row: Pick<ActRow, 'act' | 'at' | 'by'>, fresh = false) {
    const petition = await (fresh ? aCase(row.at) : known(made, row.at, () => aCase(row.at)))
    const headers: Record<string, string> =
      row.by === 'filer' ? { 'x-petition-secret': petition.secret } : { cookie: await known(cookies, row.by, () => signIn(row.by)) }
    return { url: `/api/v1/petitions/${petition.code}/acts/${row.act}`, headers }
  }

  test.each(actRows)('$act with $wrong: $field is $code', async ({ act, at, by, input, wrong, field, code }) => {
    const { url, headers } = await asked({ act, at, by })
    const vi = await refusal(url, { ...input, ...wrong }, headers)
    expect(vi).toMatchObject([{ field, code }])
    const en = await refusal(`/en${url}`, { ...input, ...wrong }, headers)
    expect(en[0]!.detail).not.toBe(vi[0]!.detail)
    expect(vi[0]!.detail).toMatch(/\p{Lu}.+\.$/u)
  })

  test.each(actRows.filter((row, i) => actRows.findIndex(({ act }) => act === row.act) === i))(
    '$act with $input is taken: the refusals above are not of the right input',
    async (row) => {
      const { url, headers } = await asked(row, true)
      const response = await post(url, row.input, headers)
      expect(response.statusCode, response.body).toBe(200)
    },
  )

  test.each([['null'], ['[]'], ['"x"'], ['5']])('the whole body %s of an act that needs something is refused', async (payload) => {
    const { url, headers } = await asked({ act: 'decline', at: 'new', by: 'hoa' })
    const response = await app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, payload })
    expect(response.statusCode).toBe(422)
  })
})
