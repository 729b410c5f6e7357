import type { Block } from '../../../platform/office-text/block.ts'
import { isClosingLine, isRecipients } from '../../../platform/office-text/closing.ts'
import { headOf } from '../../../platform/office-text/head.ts'
import { type OutlineLine, type OutlineTable, outlineOf } from '../../../platform/office-text/outline.ts'
import { sentencesOf } from '../../../platform/office-text/sentences.ts'
import { agenciesIn, isAgency } from './agencies.ts'
import { dueIn } from './due.ts'
import type { Due, ItemKind, PlanItem, ReadPlan, Unread, UnreadBecause } from './plan.ts'
import { followingQualifier, type Qualifier, qualifierOf, qualify } from './qualifiers.ts'
import { readTable } from './read-table.ts'
import { beginsWithAction, hasFigure, type Section, sectionOf } from './sections.ts'

/** What lines inherit from those above them. */
interface Context {
  section: Section | null
  lead: string | null
  /** Of a heading above: "Chỉ tiêu đến hết năm 2026" dates the targets under it. */
  due: Due | null
}

type Entry = OutlineLine | OutlineTable

interface Reading extends ReadPlan {
  year: number | null
  tables: number
  /** Recipients and signatures follow, up to an appendix. */
  closed: boolean
}

/** Proposals of what a plan sets out, each with its sentence; what was not understood is listed with the reason. Rules and tables alone. */
export function readPlan(blocks: readonly Block[]): ReadPlan {
  const { head, bodyAt } = headOf(blocks)
  const reading: Reading = {
    document: head,
    items: [],
    unread: [],
    year: head.issuedOn ? Number(head.issuedOn.slice(0, 4)) : null,
    tables: 0,
    closed: false,
  }
  readAll(reading, outlineOf(blocks.slice(bodyAt)), { section: null, lead: null, due: null })
  return { document: reading.document, items: reading.items, unread: reading.unread }
}

/** @param after what follows the last of these lines */
function readAll(reading: Reading, entries: readonly Entry[], context: Context, after?: Entry): void {
  let here = context
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === 'table') {
      readOneTable(reading, entry, here)
      continue
    }
    if (entry.path.startsWith('PL') && entry.depth === 1 && entry.label === null && entry.parent === null) reading.closed = false
    if (isClosingLine(entry.text)) reading.closed = true
    if (reading.closed) continue
    here = readLine(reading, entry, { here, outer: context, next: entries[at + 1] ?? after }) ?? here
  }
}

/** What a line stands in. */
interface Around {
  here: Context
  /** Of the lines above that have a number. */
  outer: Context
  /** What follows. */
  next: Entry | undefined
}

/** @returns what the lines after it inherit, where an unlabelled heading changes it */
function readLine(reading: Reading, line: OutlineLine, { here, outer, next }: Around): Context | null {
  const quality = qualifierOf(line.text, reading.year)
  const last = reading.items.at(-1)
  if (quality && last) {
    qualify(last, quality)
    readAll(reading, line.children, here, next)
    return null
  }
  const split = inlineHeading(line.text)
  const head = split?.head ?? line.text
  const section = isShort(head) || isCapitals(head) ? sectionOf(head) : null
  const agency = isAgencyHeading(head) ? nameIn(head) : null
  if (split || ((section || agency) && !endsSentence(line.text)) || isHeading(line, next, reading.year)) {
    const named = agenciesIn(head.replace(/:$/u, ''))
    const inner: Context = {
      // What stands under an agency's name is its duty.
      section: section ?? here.section ?? (agency ? duties : null),
      due: (section && dueIn(head, reading.year)) ?? (section ? null : here.due),
      lead: agency ?? (line.text.trim().endsWith(':') ? named.lead : null) ?? (section ? null : here.lead),
    }
    if (split) readSentences(reading, line, split.rest, inner)
    else if (!section && !agency && line.text.split(/\s+/).length > 12)
      reading.unread.push({ text: line.text, path: line.path, because: 'heading' })
    readAll(reading, line.children, inner, next)
    // A heading without a number counts for the lines that follow it.
    return line.label === null && line.children.length === 0 && !split ? (section || agency ? inner : outer) : null
  }
  readSentences(reading, line, line.text, here)
  readAll(reading, line.children, here, next)
  return null
}

const words = (text: string) => text.trim().split(/\s+/).length
const isShort = (text: string) => words(text) <= 14
const isCapitals = (text: string) => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
const endsSentence = (text: string) => /[.;]$/u.test(text.trim()) && words(text) > 6

/** A line that only heads those under it. */
function isHeading(line: OutlineLine, next: Around['next'], year: number | null): boolean {
  if (isCapitals(line.text) && words(line.text) <= 40) return true
  if (line.label === null && line.children.length === 0 && headsDashes(line.text, next)) return true
  const below = line.children.filter((child) => child.kind === 'table' || qualifierOf(child.text, year) === null)
  if (below.length === 0)
    return line.bold && isShort(line.text) && !/[.;,]$/u.test(line.text) && line.label === null && !beginsWithAction(line.text)
  return /:$/u.test(line.text.trim()) || (!/[.;]$/u.test(line.text.trim()) && words(line.text) <= 25)
}

/** "Về môi trường" without a number, and dashes below: few words that no point ends, or that announce the dashes by a colon. */
function headsDashes(text: string, next: Around['next']): boolean {
  if (next?.kind !== 'line' || (next.label !== '-' && next.label !== '+') || words(text) > 10) return false
  return /:$/u.test(text.trim()) || (!/[.;,]$/u.test(text.trim()) && !beginsWithAction(text))
}

/** "1. Mục tiêu: nâng cao…", "Phòng Nội vụ: tham mưu…": the words before the colon head those after it. */
function inlineHeading(text: string): { head: string; rest: string } | null {
  const match = /^([^:“"(]{3,120}):\s+(\S.*)$/su.exec(text)
  if (!match) return null
  const head = match[1]!.trim()
  if (isAgencyHeading(head)) return { head, rest: match[2]! }
  return words(head) <= 6 && sectionOf(head) ? { head, rest: match[2]! } : null
}

function isAgencyHeading(text: string): boolean {
  const name = nameIn(text)
  // "Các sở, ban, ngành; UBND các xã, phường": each a name, and nothing done by either.
  return words(name) <= 20 && name.split(/;\s*/u).every((one) => isAgency(one) && agenciesIn(`${one}.`).lead === null)
}

/** "Đề nghị Ủy ban MTTQ Việt Nam xã:", "Phòng Nội vụ có trách nhiệm:" without the words around the name. */
const nameIn = (heading: string) =>
  heading
    .trim()
    .replace(/[:.;]$/u, '')
    .replace(/^(?:Đề nghị|Giao|Yêu cầu|Phân công)\s+/u, '')
    .replace(/\s+(?:có trách nhiệm|chịu trách nhiệm)$/iu, '')
    .trim()

/** What an agency's heading stands for where no section was opened. */
const duties: Section = { kind: 'task', sure: 0.8 }

function readSentences(reading: Reading, line: OutlineLine, text: string, context: Context): void {
  const sentences = sentencesOf(text)
  let item: PlanItem | null = null
  const closesAt = sentences.findIndex((sentence) => /^Trên đây là/iu.test(sentence))
  for (const [at, sentence] of sentences.entries()) {
    const path = sentences.length === 1 ? line.path : `${line.path}#${at + 1}`
    if (closesAt >= 0 && at >= closesAt) {
      reading.unread.push({ text: sentence, path, because: 'closing' })
      continue
    }
    const more: Qualifier | null = item ? followingQualifier(sentence, reading.year) : null
    if (item && more) {
      qualify(item, more)
      continue
    }
    const found = itemOf(sentence, path, context, reading.year)
    if ('because' in found) reading.unread.push(found)
    else {
      item = found
      reading.items.push(found)
    }
  }
}

function itemOf(sentence: string, path: string, { section, lead, due: headed }: Context, year: number | null): PlanItem | Unread {
  const because = whyNot(sentence, section)
  if (because) return { text: sentence, path, because }
  const named = agenciesIn(sentence)
  const due = dueIn(sentence, year)
  const action = beginsWithAction(sentence) || named.lead !== null
  const judged = kindOf(sentence, section, action, named.lead !== null || due !== null)
  if (!judged) return { text: sentence, path, because: section ? 'introduction' : 'no-section' }
  return {
    kind: judged.kind,
    text: sentence,
    lead: named.lead ?? lead,
    partners: named.partners,
    due: due ?? (judged.kind === 'target' ? headed : null),
    sentence: { text: sentence, path },
    sure: judged.sure,
  }
}

function whyNot(sentence: string, section: Section | null): UnreadBecause | null {
  if (words(sentence) < 3) return 'too-short'
  if (!section?.kind && /^(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s/u.test(sentence)) return 'basis'
  if (!section && /^(?:Thực hiện|Triển khai|Nhằm|Để)\s[^.]*(?:ban hành|xây dựng|triển khai)[^.]*(?:kế hoạch|chương trình)/iu.test(sentence))
    return 'basis'
  if (!section && /^Thực hiện (?:Nghị quyết|Kế hoạch|Chỉ thị|Công văn|Quyết định|Chương trình|Kết luận)\s/u.test(sentence)) return 'basis'
  if (/(?:ban hành|xây dựng) (?:Kế hoạch|Chương trình|Đề án|Phương án)[^.]*(?:như sau|sau đây)\s*[:.]?$/iu.test(sentence)) return 'basis'
  if (
    /(?:tại|theo|trong) (?:các )?(?:Phụ lục|Biểu|Danh mục|bảng)[^.]*(?:kèm theo|đính kèm|sau đây|dưới đây)/iu.test(sentence) &&
    words(sentence) < 20
  )
    return 'introduction'
  if (/^\((?:Ban hành |Đính )?kèm theo\s/iu.test(sentence)) return 'introduction'
  if (isClosing(sentence)) return 'closing'
  // Says what comes of doing it, not that it is to be done.
  if (!section && /không chỉ (?:góp phần|là)/iu.test(sentence)) return 'introduction'
  if (!section || section.kind) return null
  // Money that somebody is named for is to be found by him.
  const isDuty = section.because === 'funding' && beginsWithAction(sentence) && agenciesIn(sentence).lead !== null
  return isDuty ? null : (section.because ?? 'introduction')
}

const isClosing = (sentence: string) =>
  /chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Kế hoạch|Chương trình|Nghị quyết|Chỉ thị) này/iu.test(sentence) ||
  /^Trong quá trình (?:tổ chức |triển khai )*thực hiện[^.]*(?:nếu có|có (?:khó khăn|vướng mắc|vấn đề)|phát sinh)/iu.test(sentence) ||
  /^(?:Nhận được|Yêu cầu|Đề nghị)[^.]*(?:nghiêm túc|khẩn trương)?[^.]*(?:triển khai|thực hiện)[^.]*(?:Kế hoạch|Chương trình) này/iu.test(
    sentence,
  )

function kindOf(sentence: string, section: Section | null, action: boolean, isOwned: boolean): { kind: ItemKind; sure: number } | null {
  const isTarget =
    hasFigure(sentence) &&
    /^(?:phấn đấu|tỷ lệ|tỉ lệ|trên|ít nhất|tối thiểu|mỗi|số|mức|\d|bình quân|giữ|đạt|có|hằng năm|hàng năm|đến)/iu.test(sentence)
  if (!section?.kind) return kindWithoutSection(sentence, action, isOwned)
  if (section.kind === 'objective') return { kind: hasFigure(sentence) ? 'target' : 'objective', sure: section.sure }
  if (section.kind === 'task' && isTarget && !action) return { kind: 'target', sure: 0.85 }
  return { kind: section.kind, sure: action ? section.sure : section.sure - 0.15 }
}

/** Running text: the sentence itself says what it is, or begins as a thing to be done does. */
function kindWithoutSection(sentence: string, action: boolean, isOwned: boolean): { kind: ItemKind; sure: number } | null {
  if (/(?:^|\s)mục tiêu[^.]*?(?:\slà\s|:)/iu.test(sentence)) return { kind: 'objective', sure: 0.6 }
  if (/(?:^|\s)giải pháp[^.]*?\slà\s/iu.test(sentence)) return { kind: 'measure', sure: 0.6 }
  if (/(?:^|\s)nhiệm vụ[^.]*?\slà\s/iu.test(sentence)) return { kind: 'task', sure: 0.6 }
  if (action && isOwned) return { kind: 'task', sure: 0.7 }
  if (beginsWithAction(sentence)) return { kind: 'task', sure: 0.5 }
  return /\s(?:phải|cần)\s/u.test(sentence) && words(sentence) > 8 ? { kind: 'task', sure: 0.5 } : null
}

function readOneTable(reading: Reading, table: OutlineTable, context: Context): void {
  const text = table.table.rows.flat().join('\n')
  if (isRecipients(text)) {
    reading.closed = true
    return
  }
  if (reading.closed || text.trim() === '') return
  reading.tables++
  const read = readTable(table, { year: reading.year, kind: context.section?.kind ?? null, lead: context.lead, place: reading.tables })
  if (read) {
    reading.items.push(...read.items)
    reading.unread.push(...read.unread)
    return
  }
  for (const row of table.table.rows) {
    const line = row
      .map((cell) => cell.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' | ')
    if (line !== '') reading.unread.push({ text: line, path: table.path, because: 'no-section' })
  }
}
