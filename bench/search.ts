import { join } from 'node:path'
import { built } from './built.ts'
import { type Bench, percentile } from './report.ts'
import { appKey, openTown } from './town.ts'

const { createApp, indexDocument, projectRoot } = built

const SMALL = 1_000
const LARGE = 100_000
const TIMES = 100

/** What people ask of the search; `{n}` is another number each time. */
const asked = {
  'a common word': 'duong',
  'a common word with tones': 'đường',
  'two words without tones': 'duong ngap',
  'a phrase with tones': 'đường ngập nước',
  'a rare word': 'hiem{n}',
  'a word that is nowhere': 'khongcotunay',
  'did you mean': 'dunog ngap',
} as const

/** Sentences of which the texts are made: few words, as in Vietnamese, each in thousands of texts. */
const sentences = [
  'Đường ngập nước sau mỗi trận mưa lớn, bà con đi lại khó khăn.',
  'Ủy ban nhân dân tiếp công dân vào thứ năm hằng tuần tại trụ sở.',
  'Lịch cắt điện, cấp nước và thu gom rác của khu phố trong tháng này.',
  'Kế hoạch chăm sóc cây xanh, sửa đèn đường và nạo vét cống thoát nước.',
  'Trạm y tế tiêm chủng cho trẻ em, khám sức khỏe cho người cao tuổi.',
  'Hộ nghèo, cận nghèo được hỗ trợ vay vốn, học nghề, sửa nhà.',
  'Nhân dân giám sát công trình, góp ý dự thảo và đánh giá kết quả giải quyết.',
] as const

const textOf = (n: number) => Array.from({ length: 12 }, (_, i) => sentences[(n * 7 + i * i) % sentences.length]).join(' ')

/** p95 of the site-wide search (API and page) at 1,000 and at 100,000 indexed texts, from the same program. */
export const search: Bench = async (report) => {
  const town = await openTown({ petitions: false })
  const app = await createApp({
    config: { dataDir: town.dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection: town,
    databaseUrl: town.url,
    appKey,
    clientDir: join(projectRoot(), 'dist', 'client'),
  })
  try {
    const p95: Record<string, number[]> = {}
    let size = 0
    for (const wanted of [SMALL, LARGE]) {
      const startedAt = performance.now()
      await fill(town, size, wanted)
      report(`texts indexed a second, up to ${wanted}`, (wanted - size) / ((performance.now() - startedAt) / 1000), '1/s')
      size = wanted
      for (const [name, words] of Object.entries(asked)) {
        for (const [where, path] of [
          ['API', '/api/v1/search?type=news&q='],
          ['page', '/tim-kiem?loai=tin&q='],
        ] as const) {
          const value = await measure(app, path, words)
          p95[`${name} (${where})`] = [...(p95[`${name} (${where})`] ?? []), value]
          report(`p95 ${name} (${where}), ${size} texts`, value, 'ms')
        }
      }
    }
    for (const [name, [small = Number.NaN, large = Number.NaN]] of Object.entries(p95))
      report(`${name}: ${LARGE} to ${SMALL} texts`, large / small, 'ratio')
  } finally {
    await app.close()
    await town.close()
  }
}

type Town = Awaited<ReturnType<typeof openTown>>
type App = Awaited<ReturnType<typeof createApp>>

async function measure(app: App, path: string, words: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const url = `${path}${encodeURIComponent(words.replace('{n}', String(n + 1)))}`
    const startedAt = performance.now()
    const answer = await app.inject({ url })
    times.push(performance.now() - startedAt)
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  }
  // The first quarter warms up.
  return percentile(times.slice(TIMES / 4), 0.95)
}

/** The first thousand go in by the act's own way; of the rest rows like theirs are made, with words and counts as it would have kept them. */
async function fill({ db, pool }: Town, from: number, to: number): Promise<void> {
  if (from === 0) {
    for (let n = 1; n <= to; n++) {
      const document = {
        type: 'article',
        id: `bench-${n}`,
        href: `/tin-tuc/bench-${n}`,
        title: `Tin số ${n}`,
        words: `${textOf(n)} hiem${n}`,
      }
      await db
        .transaction()
        .execute((trx) => indexDocument(trx, { authorityId: 1 }, { ...document, publishedAt: new Date(2026, 0, 1, 0, n) }))
    }
  } else {
    await pool.query(
      `with sample as (select *, row_number() over (order by subject_id) - 1 as place, count(*) over () as total from search_documents where subject_id like 'bench-%')
       insert into search_documents (authority_id, type, subject_id, href, title, words, published_at, search_plain, search_toned)
       select 1, type, 'bench-' || g, '/tin-tuc/bench-' || g, title, words, published_at - g * interval '1 minute',
         search_plain || to_tsvector('simple', 'hiem' || g), search_toned || to_tsvector('simple', 'hiem' || g)
       from generate_series($1::int, $2::int) g join sample on sample.place = g % (select total from sample limit 1)`,
      [from + 1, to],
    )
    await pool.query('update search_words set documents = (documents * $1::numeric)::integer where documents > 1', [to / from])
  }
  await pool.query('vacuum analyze search_documents, search_words')
}
