import { number } from '../../../shared/format.ts'
import { localPath } from '../../../shared/lang.ts'
import { TILE_WIDTH, tilePath, tileWidth } from '../../../shared/tlog/tiles.ts'
import { Breadcrumbs, PageHead, SummaryList } from '../../../ui/index.ts'
import type { LoggedLeaf } from '../list-leaves.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { LeafList, type LeafListProps } from './leaf-list.tsx'

export interface LeafPageProps extends LeafListProps {
  logged: LoggedLeaf & { bytes: Buffer; hash: Buffer }
  /** Size of the first signed tree that holds it, and of the newest. */
  signedSize: number
  size: number
}

/** One line as it is hashed, with where to find it among the files of the log. */
export function LeafPage({ logged, signedSize, size, ...props }: LeafPageProps) {
  const { lang } = props
  const words = text[lang]
  const n = number(lang, logged.position)
  const index = Math.floor(logged.position / TILE_WIDTH)
  const bundle = `/log/${tilePath({ level: 'entries', index, width: tileWidth('entries', index, size) })}`
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.log), text: words.title }]} current={words.leaf.number(n)} />
      <PageHead title={words.leaf.title(n)} lead={words.leaf.lead} />
      <h2 class="govuk-visually-hidden">{words.leaf.number(n)}</h2>
      <LeafList {...props} leaves={[logged]} />
      <h2>{words.leaf.statement}</h2>
      <p>
        <code class="hash">{logged.bytes.toString('utf8')}</code>
      </p>
      <SummaryList
        rows={[
          { key: words.leaf.hash, value: <code class="hash">{logged.hash.toString('hex')}</code> },
          { key: words.leaf.signedUnder, value: `${number(lang, signedSize)} ${words.head.size.toLowerCase()}` },
          { key: words.leaf.bundle, value: <a href={bundle}>{bundle}</a> },
        ]}
      />
    </>
  )
}
