import { type CivilDate, isCivilDate } from '../../shared/civil-date.ts'
import type { Block } from './block.ts'
import { labelOf } from './outline.ts'

export interface DocumentHead {
  /** Number and symbol: `37/KH-UBND`. */
  number: string | null
  issuedOn: CivilDate | null
  issuer: string | null
  subject: string | null
}

/** Blocks that the head of a document may take. */
const HEAD = 30
const TITLES =
  /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|THÔNG BÁO|CÔNG VĂN|BÁO CÁO|QUY CHẾ|TỜ TRÌNH)(?![\p{L}\p{M}])/u
const NUMBER = /(?:Số|SỐ)\s*:\s*((?:\d+[a-zA-Z]?)?\s*[/-]?\s*[\p{Lu}\d][\p{L}\d.]*(?:\s*[-/]\s*[\p{Lu}\d][\p{L}\d.]*)*)/u
const DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu
const MOTTO = /CỘNG\s+HÒA\s+XÃ\s+HỘI|CỘNG\s+HOÀ\s+XÃ\s+HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM/u

export interface ReadHead {
  head: DocumentHead
  /** Where the body begins, among the blocks. */
  bodyAt: number
}

/** Number, date, issuer and subject line, from wherever the head of the document keeps them: a table without lines, or plain paragraphs. */
export function headOf(blocks: readonly Block[]): ReadHead {
  const lines = headLines(blocks)
  const numbered = lines.findIndex(({ text }) => NUMBER.test(text))
  const number = numbered < 0 ? null : numberOf(NUMBER.exec(lines[numbered]!.text))
  const dated = lines.map(({ text }) => DATE.exec(text)).find((match) => match !== null)
  const title = lines.findIndex(({ text }) => TITLES.test(text) && text === text.toUpperCase())
  const subject = title < 0 ? null : subjectOf(blocks, lines[title]!)
  const lastHead = Math.max(subject?.endsAt ?? -1, title < 0 ? -1 : lines[title]!.block, numbered < 0 ? -1 : lines[numbered]!.block)
  return {
    head: {
      number,
      issuedOn: dated ? dateOf(dated) : null,
      issuer: numbered < 0 ? null : issuerOf(lines, numbered),
      subject: subject?.text ?? null,
    },
    bodyAt: lastHead + 1,
  }
}

interface HeadLine {
  text: string
  block: number
  /** Of a table: which cell, so that the two columns of a head are not mixed. */
  cell: number | null
}

function headLines(blocks: readonly Block[]): HeadLine[] {
  return blocks.slice(0, HEAD).flatMap((block, at): HeadLine[] => {
    const cells =
      block.kind === 'table'
        ? block.rows.flatMap((row) => row.map((text, column) => ({ text, cell: column as number | null })))
        : columnsOf(block.text)
    return cells.flatMap(({ text, cell }) =>
      text
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter((line) => line !== '')
        .map((line) => ({ text: line, block: at, cell })),
    )
  })
}

/** In plain text the two columns of a head stand side by side, parted by spaces or a tab. */
function columnsOf(text: string): { text: string; cell: number | null }[] {
  const columns = text.trim().split(/\t+| {3,}/)
  return columns.length === 2 ? columns.map((words, cell) => ({ text: words, cell })) : [{ text, cell: null }]
}

function numberOf(match: RegExpExecArray | null): string | null {
  return match ? match[1]!.replace(/\s+/g, '') : null
}

function dateOf(match: RegExpExecArray): CivilDate | null {
  const on = `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`
  return isCivilDate(on) ? on : null
}

/** The lines above the number, in the same column: "ỦY BAN NHÂN DÂN" and "THỊ XÃ PHƯỚC LONG" are one name; of a superior and its office the office counts. */
function issuerOf(lines: readonly HeadLine[], numbered: number): string | null {
  const { cell, text } = lines[numbered]!
  const above = lines
    .slice(0, numbered)
    .filter((line) => line.cell === cell && line.block <= lines[numbered]!.block)
    .map((line) => line.text)
  // In plain text the motto may stand beside or above: it is nobody's name.
  const names = above
    .map((line) => line.replace(/\s{2,}.*$/u, ''))
    .filter((line) => !MOTTO.test(line) && !DATE.test(line) && !/^[-–_*=\s]+$/u.test(line))
  const own = text.slice(0, NUMBER.exec(text)?.index ?? 0).trim()
  const all = [...names, ...(own ? [own] : [])]
  const begin = all.findLastIndex((line) =>
    /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|PHÒNG|BAN|VĂN PHÒNG|THANH TRA|CÔNG AN|TRUNG TÂM|THỦ TƯỚNG|CHÍNH PHỦ|BỘ|TỈNH ỦY|THỊ ỦY|HUYỆN ỦY|ĐẢNG ỦY|CHI CỤC|CỤC|TRƯỜNG)(?![\p{L}\p{M}])/u.test(
      line,
    ),
  )
  if (begin < 0) return all.length > 0 ? cased(all.join(' ')) : null
  return cased(all.slice(begin).join(' '))
}

const PLACE = /^(?:thị xã|thành phố|thị trấn|huyện|tỉnh|quận|phường|xã)(?= )/u
const OFFICE = /^(?:phòng|sở|ban|bộ|thanh tra|trung tâm|chi cục|cục|đội)(?= )/u

/** From capitals to how a name is written: "Ủy ban nhân dân thị xã Phước Long", "Phòng Nội vụ". Names in small letters stay. */
function cased(name: string): string {
  if (name !== name.toUpperCase()) return name
  const short = name.replace(/^UBND(?= )/u, '~').replace(/^HĐND(?= )/u, '^')
  let left = short.toLowerCase().replace('~', 'UBND').replace('^', 'HĐND')
  let done = ''
  while (left !== '') {
    const place = PLACE.exec(left)
    if (place && (done === '' || done.endsWith(' '))) {
      done += `${place[0]} `
      left = left.slice(place[0].length + 1)
      // Up to the next word for a place, everything is its name.
      while (left !== '' && !PLACE.test(left)) {
        const word = left.split(' ', 1)[0]!
        done += `${word.charAt(0).toUpperCase()}${word.slice(1)} `
        left = left.slice(word.length + 1)
      }
      continue
    }
    const office = done === '' ? OFFICE.exec(left) : null
    if (office) {
      done += `${office[0]} ${left.charAt(office[0].length + 1).toUpperCase()}`
      left = left.slice(office[0].length + 2)
    }
    const word = left.split(' ', 1)[0]!
    done += `${word} `
    left = left.slice(word.length + 1)
  }
  const whole = done.trim()
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}

const BODY = /^(?:Căn cứ|Thực hiện|Để |Nhằm |Xét |Theo |Trên cơ sở|Trong |Năm |Ủy ban nhân dân .* (?:ban hành|xây dựng))/u

/** Papers in which who decides stands under the subject line. */
const decides = (title: string) => /^(?:QUYẾT ĐỊNH|NGHỊ QUYẾT)/u.test(title)

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" on a line of its own, unless the line above runs into it: "… CỦA". */
function isDecider(text: string, above: string): boolean {
  return (
    text === text.toUpperCase() &&
    /^(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG|HĐND|GIÁM ĐỐC|CHÁNH|TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|BAN |HIỆU TRƯỞNG)/u.test(
      text,
    ) &&
    !/(?:CỦA|CHO|DO|VÀ|TẠI|GIỮA|,)$/iu.test(above)
  )
}

/** The lines below the title that say what it is about: bold ones, or those before an empty line, a rule or the first heading. */
function subjectOf(blocks: readonly Block[], title: HeadLine): { text: string; endsAt: number } | null {
  const own = title.text.replace(TITLES, '').trim()
  const words: string[] = own === '' ? [] : [own]
  let endsAt = title.block
  const first = blocks[title.block]
  if (first?.kind === 'paragraph') {
    const lines = first.text.split('\n').map((line) => line.trim())
    words.push(...lines.slice(lines.findIndex((line) => line.replace(/\s+/g, ' ') === title.text) + 1).filter((line) => line !== ''))
  }
  for (let at = title.block + 1; at < Math.min(blocks.length, title.block + 6); at++) {
    const block = blocks[at]
    if (block?.kind !== 'paragraph') break
    const text = block.text.replace(/\s+/g, ' ').trim()
    if (text === '') {
      if (words.length > 0) break
      continue
    }
    if (/^[-–_*=]+$/u.test(text)) break
    if (words.length > 0 && decides(title.text) && isDecider(text, words.at(-1) ?? '')) break
    // Without bold type only a short line can be part of a title, and a second one only when it cannot begin the body.
    const maybe = block.bold || (text.length < 200 && !/[.;:]$/u.test(text) && (words.length === 0 || !BODY.test(text)))
    if (!maybe || ((block.label || labelOf(text)) && words.length > 0)) break
    words.push(text)
    endsAt = at
  }
  return words.length === 0 ? null : { text: words.join(' '), endsAt }
}
