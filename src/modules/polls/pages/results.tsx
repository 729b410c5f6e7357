import { number, percent, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { ColumnChart, DataTable, Notice } from '../../../ui/index.ts'
import type { Poll, PollCounts, PollOption } from '../poll.ts'
import { shareBase, sharesOf } from '../rules.ts'
import { text } from '../text.ts'

interface ResultsProps {
  lang: Lang
  poll: Pick<Poll, 'question' | 'mostChoices'>
  options: readonly PollOption[]
  counts: PollCounts
}

/** The counts as a chart, and as a table that says the same; the columns are numbered as the rows are. */
export function Results({ lang, poll, options, counts }: ResultsProps) {
  const words = text[lang].results
  const base = shareBase(poll, counts)
  const shares = sharesOf({ ...counts, voters: base })
  const { brought } = counts
  const sumOf = (votes: readonly number[]) => votes.reduce((sum, n) => sum + n, 0)
  const [broughtVotes, votesInAll] = [sumOf(brought?.votes ?? []), sumOf(counts.votes)]
  return (
    <>
      <p>{brought ? words.votesInAll(number(lang, base)) : words.voters(number(lang, base))}</p>
      {brought && <Notice>{words.brought(number(lang, broughtVotes), shortDate(brought.on), broughtVotes === votesInAll)}</Notice>}
      {base > 0 && (
        <ColumnChart
          label={words.chart}
          series={[{ name: words.votes, tone: 'running' }]}
          items={options.map(({ place }, i) => ({ label: String(place), values: [shares[i]?.votes ?? 0] }))}
          numbered={(n) => number(lang, n)}
        />
      )}
      <DataTable
        caption={poll.question}
        captionHidden
        rowHeads
        head={[{ text: words.head[0] }, { text: words.head[1], numeric: true }, { text: words.head[2], numeric: true }]}
        rows={options.map(({ place, words: option }, i) => ({
          cells: [`${place}. ${option}`, number(lang, shares[i]?.votes ?? 0), percent(lang, shares[i]?.share ?? 0)],
        }))}
      />
      {poll.mostChoices > 1 && <p class="small muted">{brought ? words.ofChoices : words.ofVoters}</p>}
    </>
  )
}
