import { addProgrammes, type Size } from './programme-rows.ts'
import type { Bench } from './report.ts'
import { compareSizes, type Town } from './sizes.ts'

const drawn = { as: null, redraw: true } as const
const shown = { as: null } as const
const [officer, head, chairman, editor] = [{ as: 'nam' }, { as: 'dung' }, { as: 'lam' }, { as: 'tuyet' }] as const

/** Public pages are drawn anew each time here: once kept, they are bytes. */
const pages = {
  'front page': { url: '/', ...drawn },
  'promises, the plans': { url: '/loi-hua', ...drawn },
  plan: { url: '/loi-hua/bench-ke-hoach', ...drawn },
  'plan, late': { url: '/loi-hua/bench-ke-hoach?xem=tre', ...drawn },
  'plan, further agencies': { url: '/loi-hua/bench-ke-hoach?sau-co-quan={unit}', ...drawn },
  'programme of an agency': { url: '/loi-hua/{programme}', ...drawn },
  agency: { url: '/loi-hua/co-quan/{unit}', ...drawn },
  'agency, late': { url: '/loi-hua/co-quan/{unit}?xem=tre', ...drawn },
  item: { url: '/loi-hua/viec/{code}', ...drawn },
  'item of the plan': { url: '/loi-hua/viec/{carried}', ...drawn },
  trace: { url: '/loi-hua/bench-ke-hoach/doi-chieu', ...drawn },
  'trace of a programme': { url: '/loi-hua/{programme}/doi-chieu', ...drawn },
  documents: { url: '/van-ban', ...drawn },
  document: { url: '/van-ban/bench-ke-hoach', ...drawn },
  'own items': { url: '/lam-viec/viec-cua-toi', ...officer },
  'own month': { url: '/lam-viec/viec-cua-toi/lich', ...officer },
  'items of the agency': { url: '/lam-viec/viec-cua-co-quan', ...head },
  'item at the office': { url: '/lam-viec/nhiem-vu/{code}', ...officer },
  overview: { url: '/lam-viec/chuong-trinh/toan-canh', ...chairman },
  'plans at the office': { url: '/lam-viec/chuong-trinh', ...editor },
  'programmes at the office': { url: '/lam-viec/chuong-trinh?loai=agency&xem=published', ...editor },
  'plan at the office': { url: '/lam-viec/chuong-trinh/bench-ke-hoach', ...editor },
  'programme at the office': { url: '/lam-viec/chuong-trinh/{programme}', ...editor },
  'progress of a programme': { url: '/lam-viec/chuong-trinh/{programme}/tien-do', ...editor },
  'documents at the office': { url: '/lam-viec/van-ban', ...editor },
  'plans (API)': { url: '/api/v1/programmes', ...shown },
  'plan (API)': { url: '/api/v1/programmes/bench-ke-hoach', ...shown },
  'agencies of the plan (API)': { url: '/api/v1/programmes/bench-ke-hoach/agencies', ...shown },
  'items (API)': { url: '/api/v1/tasks', ...shown },
  'items, late (API)': { url: '/api/v1/tasks?view=late', ...shown },
  'items, disputed (API)': { url: '/api/v1/tasks?view=disputed', ...shown },
  'items, given up (API)': { url: '/api/v1/tasks?view=cancelled', ...shown },
  'items, of an agency (API)': { url: '/api/v1/tasks?unit={unit}', ...shown },
  'item (API)': { url: '/api/v1/tasks/{code}', ...shown },
  'own items (API)': { url: '/api/v1/office/tasks', ...officer },
} as const

const LARGE: Size = { agencies: 200, items: 500 }
/** A tenth in agencies, and a tenth in items of each. */
const tenths: readonly Size[] = [
  { agencies: 20, items: 500 },
  { agencies: 200, items: 50 },
]

/** p95 of every page at 200 agencies × 500 items × 20 notes, and its ratio to each tenth; `agencies` or `items`: to one of them alone. */
export const programmes: Bench = async (report, [only] = []) => {
  for (const small of tenths) {
    const grows = small.agencies < LARGE.agencies ? 'agencies' : 'items'
    if (only !== undefined && only !== grows) continue
    let have: Size = { agencies: 0, items: 0 }
    const fill = async (town: Town, from: number) => {
      const size = from === 0 ? small : LARGE
      const startedAt = performance.now()
      await addProgrammes(town, have, size)
      report(`loading ${size.agencies} agencies × ${size.items} items`, (performance.now() - startedAt) / 1000, 's')
      have = size
    }
    const sizes = [small, LARGE].map(({ agencies, items }) => agencies * items) as [number, number]
    await compareSizes(report, { petitions: true, noun: `items (ten times the ${grows})`, pages, fill, samples, sizes })
  }
}

async function samples({ pool }: Town) {
  const { rows } = await pool.query<{ code: string; unit: string; programme: string; carried: string }>(
    `select t.code, t.unit_id as unit, p.slug as programme, c.code as carried from programme_tasks t
     join programmes p on p.id = t.programme_id join programme_tasks c on c.id = t.carries_id
     where t.code like 'BN-NV-%' order by random() limit 50`,
  )
  return rows
}
