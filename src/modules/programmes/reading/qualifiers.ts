import { agenciesIn, agenciesOf, isAgency, type Named } from './agencies.ts'
import { dueIn, dueOfCell } from './due.ts'
import type { Due, PlanItem } from './plan.ts'

/** What a sentence adds to the thing said before it. */
export interface Qualifier extends Named {
  due: Due | null
}

const DUE = /^(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:\s+(?:thực hiện|hoàn thành|báo cáo|triển khai|tổ chức))?\s*:\s*(.+)$/iu
const LEAD =
  /^(?:(?:cơ quan|đơn vị|bộ phận|lãnh đạo)\s+)?(?:chủ trì|thực hiện|chịu trách nhiệm(?: chính)?|tham mưu|phụ trách|đầu mối)(?:\s+thực hiện)?\s*:\s*(.+)$/iu
const PARTNERS = /^(?:(?:cơ quan|đơn vị|các đơn vị|các cơ quan)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*(.+)$/iu
const PRODUCT = /^(?:sản phẩm|kết quả|địa điểm|đối tượng|thành phần|số lượng)(?:\s+(?:đầu ra|dự kiến|tham gia|tham dự|thực hiện))?\s*:/iu

/** What a line says of the one before it: "Thời gian: quý II", "Đơn vị chủ trì: Phòng Nội vụ". Null where it says something of its own. */
export function qualifierOf(line: string, year: number | null): Qualifier | null {
  const words = line.trim().replace(/^\(|\)$/g, '')
  const due = DUE.exec(words)
  if (due) return { due: dueOfCell(due[1]!.replace(/[.;]$/u, ''), year), lead: null, partners: [] }
  const partners = PARTNERS.exec(words)
  if (partners) return { due: null, lead: null, partners: agenciesOf(partners[1]!.replace(/[.;]$/u, '')) }
  const lead = LEAD.exec(words)
  if (lead && isAgency(lead[1]!)) {
    const named = agenciesIn(words)
    return { due: dueIn(words, year), lead: named.lead, partners: named.partners }
  }
  return PRODUCT.test(words) ? { due: null, lead: null, partners: [] } : null
}

const GOES_ON =
  /^(?:hoàn thành|xong|báo cáo kết quả|kết quả báo cáo|thời gian|thời hạn|thực hiện (?:trong|trước|xong|thường xuyên|hằng|hàng)|định kỳ)(?![\p{L}\p{M}])/iu

/** "(Chi cục Kiểm lâm; thời gian: cả năm)": each part between semicolons an agency, or a line of the kind above; null where one is neither. */
function inBrackets(sentence: string, year: number | null): Qualifier | null {
  const [, inner] = /^\(([^()]+)\)[.;]?$/u.exec(sentence.trim()) ?? []
  if (inner === undefined) return null
  const all: Qualifier = { due: null, lead: null, partners: [] }
  for (const part of inner.split(';').map((words) => words.trim())) {
    const name = part.replace(/\s+(?:chủ trì|thực hiện|phụ trách|tham mưu)$/u, '')
    const more = qualifierOf(part, year) ?? (isAgency(name) && agenciesIn(`${name}.`).lead === null ? { ...nobody, lead: name } : null)
    if (!more) return null
    all.due ??= more.due
    all.lead ??= more.lead
    all.partners.push(...more.partners)
  }
  return all
}

const nobody: Qualifier = { due: null, lead: null, partners: [] }

/** The same for a sentence that follows another one in a paragraph: also "Hoàn thành trước 30/6/2017.", "Giao Phòng Nội vụ chủ trì." */
export function followingQualifier(sentence: string, year: number | null): Qualifier | null {
  const labelled = qualifierOf(sentence, year) ?? inBrackets(sentence, year)
  if (labelled) return labelled
  const due = dueIn(sentence, year)
  const named = agenciesIn(sentence)
  if (due && GOES_ON.test(sentence)) return { due, ...named }
  const wordsLeft = sentence.split(/\s+/).length
  // "Phòng Kinh tế chủ trì, phối hợp với Công an xã." and nothing more.
  if (
    named.lead &&
    sentence.startsWith(named.lead) &&
    /^\s+(?:chủ trì|thực hiện|phụ trách|tham mưu)(?:\s+thực hiện)?(?:,?\s*phối hợp.*)?[.;]?$/u.test(sentence.slice(named.lead.length)) &&
    wordsLeft <= 8 + wordsOf([named.lead, ...named.partners])
  )
    return { due, ...named }
  if (/^(?:Giao|Phân công|Do)\s/u.test(sentence) && named.lead && wordsLeft <= 8 + wordsOf([named.lead, ...named.partners]))
    return { due, ...named }
  return null
}

const wordsOf = (names: readonly string[]) => names.reduce((sum, name) => sum + name.split(/\s+/).length, 0)

/** What was said first stays; what was missing is filled in. */
export function qualify(item: PlanItem, { due, lead, partners }: Qualifier): void {
  item.due ??= due
  if (lead !== null && (item.lead === null || item.sure < 1)) item.lead = lead
  item.partners = [...new Set([...item.partners, ...partners])].filter((name) => name !== item.lead)
}
