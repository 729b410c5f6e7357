import type { Db } from '../../platform/database.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import { filesText, listFiles, pictureAddress, type StoredFile, widthsOf } from '../files/index.ts'
import { type Article, matterOf } from './article.ts'
import { filesIn } from './document.ts'
import type { ShownFile, ShownFiles } from './pages/document-view.tsx'

/** The files that an article shows or offers, as its page draws them. What readers do not see yet is drawn small for the office. */
export async function shownFiles(db: Db, scope: Scope, lang: Lang, article: Pick<Article, 'id' | 'body'>): Promise<ShownFiles> {
  if (filesIn(article.body).length === 0) return new Map()
  const files = await listFiles(db, scope, matterOf(article))
  const widths = await widthsOf(
    db,
    scope,
    files.map(({ id }) => id),
  )
  return new Map(
    files.map((file): [string, ShownFile] => [
      file.id,
      file.mediaType === 'image/jpeg'
        ? pictureOf(
            file,
            (widths.get(file.id) ?? []).map(({ width }) => width),
          )
        : {
            href: localPath(lang, `/tep/${file.id}`),
            about: `${filesText[lang].kind[file.mediaType]}, ${filesText[lang].size(file.bytes)}`,
          },
    ]),
  )
}

function pictureOf({ id, width, height, visibility }: StoredFile, widths: readonly number[]): ShownFile {
  const own = width ?? 480
  if (visibility !== 'public') return { widths: [{ width: Math.min(480, own), href: `/tep/${id}/nho` }], width, height }
  const all = widths.map((one) => ({ width: one, href: pictureAddress(id, one) }))
  return { widths: all.length > 0 ? all : [{ width: own, href: pictureAddress(id, null) }], width, height }
}
