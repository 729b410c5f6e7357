import { type DemoAct, type DemoOutcome, type DemoPetition, demoTown } from './demo-data.ts'
import pastJson from './past.json' with { type: 'json' }

/**
 * The year before the forty petitions: everyday matters, filed, answered and rated, so that figures by month and unit have something to
 * show. None is published; the forty remain the town's public face.
 */

interface PastMatter {
  /** Key of the unit that answers. */
  unit: string
  kind: 'feedback' | 'recommendation' | 'complaint'
  subject: string
  body: string
}

const matters = pastJson as PastMatter[]
/** Filed from this many days ago … */
const FIRST = 345
/** … to this many, before which the forty begin. */
const LAST = 75
/** Times that each matter comes up, each time somewhere else. */
const TIMES = 6

/** The same numbers at each loading, spread without a pattern that the eye sees. */
function mixed(n: number, of: number): number {
  const spread = Math.imul(n ^ (n >>> 7) ^ 0x9e3779b9, 0x85ebca6b)
  return ((spread ^ (spread >>> 15)) >>> 3) % of
}

const places = demoTown.units.flatMap((unit) => (unit.hamlets ?? []).map((hamlet) => ({ unit: unit.key, name: hamlet.name })))
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Điểu', 'Hoàng', 'Võ']
const givens = ['Thị Lành', 'Văn Khoa', 'Thị Nhung', 'Văn Sơn', 'Thị Hạnh', 'Minh Tâm', 'Thị Xuân', 'Văn Đông']

const outcomes: readonly DemoOutcome[] = ['solved', 'solved', 'explained', 'solved', 'promised', 'solved', 'cannot', 'solved']
const answers: Record<DemoOutcome, string> = {
  solved: 'Đơn vị đã đến kiểm tra và xử lý xong. Cảm ơn ông, bà đã báo cho cơ quan.',
  promised: 'Đơn vị đã kiểm tra; việc cần thêm vật tư nên hẹn làm xong vào ngày {day:DUE}.',
  explained: 'Đơn vị đã xem xét và giải thích căn cứ, cách làm; mời ông, bà liên hệ nếu còn điều chưa rõ.',
  noCompetence: 'Việc này không thuộc thẩm quyền của cơ quan; đơn vị đã hướng dẫn nơi giải quyết.',
  cannot: 'Đơn vị đã kiểm tra; năm nay chưa bố trí được kinh phí, sẽ đưa vào kế hoạch năm sau.',
}
const verdicts = ['yes', 'yes', 'no', 'yes', 'partly', null, null] as const

const foundComplex: DemoAct = {
  act: 'findComplex',
  by: 'lam',
  afterDays: 6,
  at: '10:00',
  input: { criteria: [1], reason: 'Phải xác minh ở nhiều nơi, hồ sơ qua nhiều thời kỳ.' },
}

const staffOf = (unit: string, role: string) => demoTown.people.find((person) => person.unit === unit && person.role === role)!.username

/** Answered within ten working days as a rule, one in seven some days later; a complaint is found complex and takes its longer time. */
function pastPetition(matter: PastMatter, i: number): DemoPetition {
  const place = matter.unit === 'long-thuy' || matter.unit === 'phuoc-tin' ? placeOf(matter.unit, i) : places[mixed(i, places.length)]!
  const complaint = matter.kind === 'complaint'
  const soon = mixed(i + 3, 7) === 0 ? 18 + mixed(i, 9) : 4 + mixed(i, 8)
  const answeredAfter = complaint ? 32 + mixed(i, 9) : soon
  const outcome = complaint ? 'explained' : outcomes[mixed(i + 1, outcomes.length)]!
  const verdict = verdicts[mixed(i + 5, verdicts.length)]!
  const officer = staffOf(matter.unit, 'caseOfficer')
  const text = answers[outcome].replace('DUE', String(answeredAfter + 20))
  const acts: DemoAct[] = [
    { act: 'accept', by: 'hoa', afterDays: 1, at: '08:30', input: { unit: matter.unit, officer } },
    ...(complaint ? [foundComplex] : []),
    {
      act: 'draftAnswer',
      by: officer,
      afterDays: answeredAfter,
      at: '09:10',
      input: { text, outcome, ...(outcome === 'promised' ? { promisedOn: { inDays: 20 } } : {}) },
    },
    { act: 'issueAnswer', by: 'lam', afterDays: answeredAfter, at: '15:20', input: {} },
  ]
  if (verdict) {
    const satisfaction = { yes: 5, partly: 3, no: 2 }[verdict]
    acts.push({ act: 'rate', by: 'filer', afterDays: answeredAfter + 2, at: '19:40', input: { solved: verdict, satisfaction } })
  }
  return {
    kind: matter.kind,
    subject: `${matter.subject}, ${place.name}`,
    body: matter.body,
    filer: { name: `${families[mixed(i, families.length)]} ${givens[mixed(i + 2, givens.length)]}` },
    hamlet: place,
    publish: false,
    channel: 'online',
    filedDaysAgo: FIRST - Math.floor((i * (FIRST - LAST)) / (matters.length * TIMES)),
    filedAt: `${String(7 + mixed(i, 13)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
    acts,
  }
}

function placeOf(unit: string, i: number): { unit: string; name: string } {
  const own = places.filter((place) => place.unit === unit)
  return own[i % own.length]!
}

export const pastPetitions: readonly DemoPetition[] = Array.from({ length: matters.length * TIMES }, (_, i) =>
  pastPetition(matters[(i * 5) % matters.length]!, i),
)
