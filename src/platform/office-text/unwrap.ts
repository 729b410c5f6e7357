import { labelOf } from './outline.ts'

/** Fewest lines that go on in small letters, and their share of all, for a text to count as one of broken lines. */
const FEWEST = 3
const LEAST_SHARE = 0.1
/** Share of the usual width from which a line counts as full. */
const FULL = 0.85

const isCapitals = (line: string) => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line)
/** Two columns side by side, as the head of a letter has them. */
const hasColumns = (line: string) => /\S\s{3,}\S|\t/u.test(line)
const isPageNumber = (line: string) => /^[-–\s]*\d{1,3}[-–\s]*$/u.test(line)
/** A semicolon ends a point of a list before a capital, and nothing before a small letter. */
const isOver = (before: string, line: string) => (/^\p{Ll}/u.test(line) ? /[.:!?…]["”’)]*$/u : /[.;:!?…]["”’)]*$/u).test(before)
/** "88/KH-UBND" looks like the sign "88/". */
const isNumberOfPaper = (line: string) => /^\d+\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]*-/u.test(line)

/**
 * Lines of a text copied out of a PDF end where the page ends: those that go on are joined, numbers of pages left out. A text whose lines
 * are its paragraphs stays as it is. An empty line always parts.
 */
export function unwrapped(lines: readonly string[]): string[] {
  const written = lines.filter((line) => line !== '')
  const broken = lines.filter((line, at) => goesOnSmall(lines[at - 1] ?? '', line)).length
  if (broken < FEWEST || broken < written.length * LEAST_SHARE) return [...lines]
  const width = usualWidth(written)
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    if (isPageNumber(line)) continue
    if (goesOnSmall(before, line) || (before.length >= width * FULL && goesOn(before, line))) joined.push(`${joined.pop()} ${line}`)
    else joined.push(line)
    before = line
  }
  return joined
}

/** Whether a line may go on with the one before it: neither a new paragraph's sign nor a full stop between them. */
function goesOn(before: string, line: string): boolean {
  if (before === '' || line === '' || isOver(before, line) || (labelOf(line) && !isNumberOfPaper(line))) return false
  return ![before, line].some((one) => hasColumns(one) || isCapitals(one))
}

const goesOnSmall = (before: string, line: string) => /^[\p{Ll}\d(]/u.test(line) && !isPageNumber(line) && goesOn(before, line)

/** Width that nine of ten lines keep to. */
function usualWidth(written: readonly string[]): number {
  const widths = written.map((line) => line.length).sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.9)] ?? 0
}
