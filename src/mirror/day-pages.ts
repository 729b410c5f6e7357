import { appendFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { html, PAGE_END, pageBegin } from './html.ts'
import { bundlesIn } from './mirror-log.ts'

export interface DayPages {
  day: string
  lines: number
  /** Below the mirror's folder, in order. */
  pages: readonly string[]
}

/** Lines on a page: what an old telephone still scrolls. */
const MOST_LINES = 2_000
const FOLDER = 'ngay'
const UNFINISHED = 'ngay.part'

interface Line {
  position: number
  at: string
  type: string
  matter: string
  facts: string
}

/** Pages with the lines of each day, for people. Written bundle by bundle beside the old ones, then put in their place. @returns newest first */
export async function writeDayPages(folder: string, size: number): Promise<DayPages[]> {
  const unfinished = join(folder, UNFINISHED)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const counts = new Map<string, number>()
  let position = 0
  for await (const entries of bundlesIn(folder, size)) {
    const lines = entries.map((bytes) => lineOf(position++, bytes))
    for (const [day, own] of Map.groupBy(lines, dayOf)) {
      await appendLines(unfinished, day, counts.get(day) ?? 0, own)
      counts.set(day, (counts.get(day) ?? 0) + own.length)
    }
  }
  const days = [...counts]
    .map(([day, lines]) => ({ day, lines, pages: pageNames(day, lines) }))
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
  for (const { pages } of days) for (const name of pages) await appendFile(join(unfinished, name), `</tbody></table></div>${PAGE_END}`)
  await rm(join(folder, FOLDER), { recursive: true, force: true })
  await rename(unfinished, join(folder, FOLDER))
  return days.map(({ pages, ...day }) => ({ ...day, pages: pages.map((name) => `${FOLDER}/${name}`) }))
}

const dayOf = ({ at }: Line) => /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? 'khac'

const pageName = (day: string, number: number) => `${day}${number === 0 ? '' : `-${number + 1}`}.html`
const pageNames = (day: string, lines: number) => Array.from({ length: Math.ceil(lines / MOST_LINES) }, (_, at) => pageName(day, at))

/** @param before lines of that day which are written already */
async function appendLines(folder: string, day: string, before: number, lines: readonly Line[]): Promise<void> {
  for (const [number, own] of Map.groupBy(lines.entries(), ([at]) => Math.floor((before + at) / MOST_LINES))) {
    const isBegun = before > number * MOST_LINES
    const rows = own.map(([, line]) => rowOf(line)).join('')
    await appendFile(join(folder, pageName(day, number)), isBegun ? rows : `${beginning(day, number)}${rows}`)
  }
}

const heads = ['Dòng / line', 'Lúc / at', 'Việc / step', 'Hồ sơ / matter', 'Dữ kiện / facts']

function beginning(day: string, number: number): string {
  const title = `Sổ công khai, ${day}${number === 0 ? '' : ` (${number + 1})`}`
  return `${pageBegin(title)}<p><a href="../index.html">← Mục lục / contents</a></p><h1>${html(title)}</h1>
<div class="scroll" tabindex="0" role="region" aria-label="${html(title)}"><table><thead><tr>${heads.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>
`
}

function rowOf({ position, at, type, matter, facts }: Line): string {
  return `<tr><td>${position}</td><td>${html(at)}</td><td>${html(type)}</td><td>${html(matter)}</td><td><code>${html(facts)}</code></td></tr>\n`
}

function lineOf(position: number, bytes: Uint8Array): Line {
  const text = new TextDecoder().decode(bytes)
  try {
    const { at, type, matter, facts } = JSON.parse(text) as Record<string, unknown>
    const { type: kind, id } = (matter ?? {}) as Record<string, unknown>
    return { position, at: String(at), type: String(type), matter: `${kind} ${id}`, facts: JSON.stringify(facts ?? {}) }
  } catch {
    // A log may hold lines that a later version wrote in another form.
    return { position, at: '', type: '', matter: '', facts: text }
  }
}
