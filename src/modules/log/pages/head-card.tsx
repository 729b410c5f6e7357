import { longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Card, Details, SummaryList } from '../../../ui/index.ts'
import type { Head } from '../head.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { paths as witnessPaths } from '../witnesses/paths.ts'
import { ageWords } from './leaf-list.tsx'

export interface HeadCardProps {
  lang: Lang
  head: Head | undefined
  /** Vkey that signs. */
  vkey: string | undefined
  now: Date
}

/** The log as it is signed now: how long, how old, under which key. */
export function HeadCard({ lang, head, vkey, now }: HeadCardProps) {
  const words = text[lang].head
  if (!head)
    return (
      <Card title={words.title}>
        <p>{words.none}</p>
      </Card>
    )
  return (
    <Card title={words.title}>
      <SummaryList
        rows={[
          { key: words.size, value: number(lang, head.size) },
          { key: words.signedAt, value: `${longInstant(lang, head.at)} (${ageWords(lang, head.at, now)})` },
        ]}
      />
      <p>
        <a href={localPath(lang, paths.check)}>{words.check}</a>
      </p>
      <p>
        <a href={localPath(lang, paths.moves)}>{text[lang].moves.link}</a>
      </p>
      <p>
        <a href={localPath(lang, witnessPaths.public)}>{words.witnesses}</a>
      </p>
      <Details summary={words.key}>
        <p>
          <code class="hash">{vkey}</code>
        </p>
        <p>
          <b>{words.root}</b>
          <br />
          <code class="hash">{head.root.toString('base64')}</code>
        </p>
        <p>{words.how}</p>
        <p>
          <a href={paths.checkpoint}>{words.checkpoint}</a> · <a href={paths.key}>{words.key}</a>
        </p>
      </Details>
    </Card>
  )
}
