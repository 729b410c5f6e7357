import { AlignmentType, Paragraph, type Table } from 'docx'
import type { Letter } from './letter.ts'
import { size } from './measures.ts'
import { numberWords, papers } from './papers.ts'
import { gap, line, rule, run, twoColumns } from './parts.ts'
import { form } from './words.vi.ts'

/** Column of the issuer; the other holds the nation's name on one line. */
const LEFT = 3_600
/** Long names of issuers break before the place, as offices write them. */
const committee = /^(ỦY BAN NHÂN DÂN) (.+)$/
const tight = { spacing: { after: 0, before: 0 } }
const above = { spacing: { after: 0, before: 80 } }

/** Issuer and number at the left, the nation's title, place and day at the right; below them kind and subject. */
export function headOf(letter: Letter): (Paragraph | Table)[] {
  const { head, small } = size
  const upper = (words: string) => words.toLocaleUpperCase('vi')
  const issuerLines = (name: string) => committee.exec(upper(name))?.slice(1) ?? [upper(name)]
  return [
    twoColumns(
      [
        [
          [
            ...(letter.above ? issuerLines(letter.above) : []).map((words) => line([run(words, { size: head })], tight)),
            ...issuerLines(letter.issuer).map((words) => line([run(words, { size: head, bold: true })], tight)),
            rule(1_150),
          ],
          [
            line([run(form.nation, { size: small, bold: true })], tight),
            line([run(form.motto, { size: head, bold: true })], tight),
            rule(920),
          ],
        ],
        [
          [
            line([run(form.number(numberWords(letter.paper, letter.number, letter.symbol)), { size: head })], above),
            ...(letter.isDraft ? [line([run(form.draft, { size: head, bold: true })], above)] : []),
          ],
          [line([run(form.placeAndDay(letter.place, letter.issuedOn), { size: head, italics: true })], above)],
        ],
      ],
      LEFT,
    ),
    line([run(upper(papers[letter.paper].name), { bold: true })], { spacing: { before: 240, after: 0 }, keepNext: true }),
    line([run(letter.subject, { bold: true })], { ...tight, keepNext: true }),
    rule(3_500),
    gap(),
  ]
}

/** "Nơi nhận" at the left, who signs at the right; never torn apart. */
export function endOf({ recipients, signer }: Letter): Table {
  const left = (words: string, look: { bold?: boolean; italics?: boolean; size: number }) =>
    new Paragraph({ alignment: AlignmentType.LEFT, ...tight, children: [run(words, look)] })
  const right = (words: string) => line([run(words, { bold: true })], { ...tight, keepNext: true })
  return twoColumns(
    [
      [
        [
          left(form.recipients, { bold: true, italics: true, size: size.small }),
          ...recipients.map((name, i) => left(`- ${name}${i === recipients.length - 1 ? '.' : ';'}`, { size: size.recipients })),
        ],
        [
          ...(signer.onBehalf ? [right(signer.onBehalf)] : []),
          right(signer.title),
          // Room for signature and seal.
          ...Array.from({ length: 4 }, () => line([], { ...tight, keepNext: true })),
          right(signer.name ?? ''),
        ],
      ],
    ],
    4_400,
  )
}
