import { number } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { BarChart, type BarTone } from '../../../../ui/index.ts'
import { text } from '../text.ts'
import { type Reach, reaches, type SentenceRow } from '../trace.ts'

/** Squares of a row and their width in pixels: 336 in all, so that the whole fits a phone unshrunk. */
const ACROSS = 24
const SIDE = 14

const toneOf: Record<Reach, BarTone> = { sentence: 'late', item: 'paused', evidence: 'running', disputed: 'late', agreed: 'kept' }
/** Filled from below as far as the chain has come, so that the colour is not needed to read it. */
const filled: Record<Reach, number> = { sentence: 0, item: 0.3, evidence: 0.6, disputed: 1, agreed: 1 }

/** A square a sentence, and the equal table of how many have come how far. */
export function TracePicture({ lang, sentences }: { lang: Lang; sentences: readonly SentenceRow[] }) {
  const t = text[lang].trace
  const counts = reaches.map((reach) => ({ reach, n: sentences.filter((row) => row.reach === reach).length }))
  const told = counts.filter(({ n }) => n > 0).map(({ reach, n }) => `${t.reach[reach]} ${number(lang, n)}`)
  return (
    <section>
      <h2>{t.picture}</h2>
      <p class="small muted">{t.pictureHint}</p>
      <svg
        class="trace-picture"
        viewBox={`0 0 ${ACROSS * SIDE} ${Math.ceil(sentences.length / ACROSS) * SIDE}`}
        width={ACROSS * SIDE}
        role="img"
        aria-label={t.pictureLabel(told.join(', '))}
      >
        {sentences.map(({ reach }, i) => {
          const [x, y] = [(i % ACROSS) * SIDE, Math.floor(i / ACROSS) * SIDE]
          const side = SIDE - 2
          const height = Math.round(side * filled[reach])
          return (
            <g class={`bar-${toneOf[reach]}`}>
              <rect class="trace-cell" x={x + 0.5} y={y + 0.5} width={side} height={side} />
              {height > 0 && <rect class="bar-fill" x={x + 0.5} y={y + 0.5 + side - height} width={side} height={height} />}
              {reach === 'disputed' && <path class="trace-cross" d={`M${x + 3} ${y + 3}l7 7m0-7l-7 7`} />}
            </g>
          )
        })}
      </svg>
      <BarChart
        caption={t.picture}
        captionHidden
        head={[t.reachHead[0]!, t.reachHead[1]!]}
        items={counts.map(({ reach, n }) => ({
          label: t.reach[reach],
          value: number(lang, n),
          share: n / sentences.length,
          tone: toneOf[reach],
        }))}
      />
    </section>
  )
}
