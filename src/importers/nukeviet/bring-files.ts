import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { Scope } from '../../modules/accounts/index.ts'
import { discardUploads, type FileDeps, FileRefused, type StoredUpload, storeUpload } from '../../modules/files/index.ts'
import { addArticleFiles, type Block, placeImportedFile } from '../../modules/news/index.ts'
import type { Db } from '../../platform/database.ts'
import { isStorable } from '../../shared/vietnamese-text.ts'
import type { Wanted } from './read-html.ts'

export interface FileOptions {
  db: Db
  files: FileDeps
  /** Folder that holds the portal's `uploads`; null: no files are brought over. */
  folder: string | null
  note: (code: string, what: string) => void
  now: () => Date
}

/** The path that an address means at the portal; null for none of its files. */
function pathOf(src: string): string | null {
  try {
    const path = decodeURIComponent(new URL(src, 'http://portal.invalid/').pathname)
    return /^\/(uploads|assets)\//.test(path) && isStorable(path) ? path : null
  } catch {
    // No address at all.
    return null
  }
}

/** The file of the portal that an address means; undefined when it means none, or one outside its folder. */
export async function fileOf(folder: string, src: string): Promise<string | undefined> {
  try {
    const path = pathOf(src)
    if (path === null) return undefined
    const root = await realpath(folder)
    const found = await realpath(join(root, path))
    return found.startsWith(root + sep) && (await stat(found)).isFile() ? found : undefined
  } catch {
    // No such file, or no address at all: the caller says so of the row.
    return undefined
  }
}

/** Takes in the files that a text wants, drawn anew and checked like any upload, and puts them in their places. */
export async function bringFiles(
  options: FileOptions,
  scope: Scope,
  article: { id: string; title: string },
  personId: string,
  blocks: readonly (Block | Wanted)[],
): Promise<Block[]> {
  const { db, files, folder, note } = options
  const uploads: StoredUpload[] = []
  /** Which upload each address became; the same picture twice is stored once. */
  const uploadOf = new Map<string, number>()
  for (const { src } of blocks.filter((block) => block.type === 'wanted')) {
    if (uploadOf.has(src)) continue
    const path = folder === null ? undefined : await fileOf(folder, src)
    if (!path) {
      note('file_not_found', src)
      continue
    }
    try {
      uploads.push(await storeUpload(files, { stream: createReadStream(path), filename: basename(path) }, 'office'))
      uploadOf.set(src, uploads.length - 1)
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      note(error.refusal, src)
    }
  }
  const stored = await addArticleFiles(db, files, scope, article, uploads, personId).catch(async (error: unknown) => {
    await discardUploads(files, uploads)
    throw error
  })
  for (const [src, place] of uploadOf) await placeImportedFile(db, scope, pathOf(src)!, stored[place]!.id, options.now())
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'wanted') return [block]
    const file = stored[uploadOf.get(block.src) ?? -1]
    if (!file) return block.kind === 'picture' && block.caption !== '' ? [captionOf(block.caption)] : []
    if (block.kind === 'paper' || file.mediaType !== 'image/jpeg')
      return [{ type: 'attachment', attrs: { fileId: file.id, label: (block.words || file.originalName).slice(0, 300) } }]
    if (block.words === '') note('picture_words_from_title', block.src)
    return [{ type: 'image', attrs: { fileId: file.id, alt: (block.words || article.title).slice(0, 500), caption: block.caption } }]
  })
}

const captionOf = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
