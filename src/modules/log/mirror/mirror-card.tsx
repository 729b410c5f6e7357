import { longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Card, Details, SummaryList } from '../../../ui/index.ts'
import { filesText } from '../../files/index.ts'
import { paths } from '../paths.ts'
import type { Archive } from './archive.ts'
import { text } from './text.ts'

/** Older than this, a night was missed. */
const LATE_MS = 36 * 3_600_000

/** The mirror of last night, to take away. */
export function MirrorCard({ lang, archive, now }: { lang: Lang; archive: Archive | null; now: Date }) {
  const words = text[lang]
  if (!archive)
    return (
      <Card title={words.title}>
        <p>{words.none}</p>
      </Card>
    )
  const madeAt = new Date(archive.madeAt)
  return (
    <Card title={words.title}>
      <p>{words.what}</p>
      <p>
        <a href={localPath(lang, paths.mirror)} download={archive.name}>
          <b>{words.download(filesText[lang].size(archive.bytes))}</b>
        </a>
      </p>
      <p class="small">{words.how}</p>
      {now.getTime() - madeAt.getTime() > LATE_MS && (
        <p>
          <b>{words.old}</b>
        </p>
      )}
      <SummaryList
        rows={[
          { key: words.madeAt, value: longInstant(lang, madeAt) },
          { key: words.lines, value: number(lang, archive.lines) },
          { key: words.items, value: number(lang, archive.items) },
        ]}
      />
      <Details summary={words.sum}>
        <p>
          <code class="hash">{archive.sha256}</code>
        </p>
        <p>{words.sumHint}</p>
      </Details>
    </Card>
  )
}
