import { buffer } from 'node:stream/consumers'
import type { Db, Trx } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import {
  attachUpload,
  type DrawnWidth,
  drawWidths,
  type FileDeps,
  findingsOf,
  type Guarded,
  guardPaper,
  listFiles,
  type MayRead,
  type StoredFile,
  type StoredUpload,
  saveFindings,
  saveWidths,
  setFileVisibility,
} from '../files/index.ts'
import { matterOf } from './article.ts'
import { findArticle } from './article-repository.ts'
import { type ArticleDocument, filesIn } from './document.ts'
import { rolesOn } from './rules.ts'

/** Most files of one article. */
const MOST_FILES = 60

/** Gives uploads to an article: widths are drawn and papers looked into first, rows follow in one transaction. */
export async function addFiles(
  db: Db,
  { storage }: FileDeps,
  scope: Scope,
  article: { id: string },
  uploads: readonly StoredUpload[],
  personId: string,
): Promise<StoredFile[]> {
  const ready: { upload: StoredUpload; widths: DrawnWidth[]; findings: Guarded['findings'] }[] = []
  for (const upload of uploads) {
    const found = upload.mediaType === 'image/jpeg' ? undefined : await storage.get(upload.storageKey)
    const findings = found ? guardPaper(await buffer(found.stream), upload.mediaType) : []
    ready.push({ upload, widths: await drawWidths(storage, upload), findings })
  }
  return db.transaction().execute(async (trx) => {
    const files: StoredFile[] = []
    for (const { upload, widths, findings } of ready) {
      const terms = { role: 'article', visibility: 'internal', uploadedBy: personId, max: MOST_FILES } as const
      const file = await attachUpload(trx, scope, matterOf(article), upload, terms)
      await saveWidths(trx, scope, file.id, widths)
      await saveFindings(trx, scope, file.id, findings)
      files.push(file)
    }
    return files
  })
}

/** A file of an article beside what the guard saw in it. */
export interface GuardedFile extends Guarded {
  file: StoredFile
}

export async function listGuardedFiles(db: Db, scope: Scope, article: { id: string }): Promise<GuardedFile[]> {
  const files = await listFiles(db, scope, matterOf(article))
  const guarded = await findingsOf(
    db,
    scope,
    files.map(({ id }) => id),
  )
  return files.map((file) => ({ file, ...(guarded.get(file.id) ?? { findings: [], confirmedAt: null }) }))
}

/** What the guard saw and nobody has looked at yet. */
export const isWaiting = ({ findings, confirmedAt }: Guarded) => findings.length > 0 && confirmedAt === null

/**
 * The files of a text are there, and what the guard saw in them was looked at.
 * @throws DomainError file_missing, file_unconfirmed 409
 */
export async function requireFilesReady(trx: Trx, scope: Scope, article: { id: string; body: ArticleDocument }): Promise<void> {
  const wanted = filesIn(article.body)
  if (wanted.length === 0) return
  const files = new Map((await listGuardedFiles(trx, scope, article)).map((one) => [one.file.id, one]))
  if (wanted.some((id) => !files.has(id))) throw new DomainError('file_missing', 409)
  if (wanted.some((id) => isWaiting(files.get(id)!))) throw new DomainError('file_unconfirmed', 409)
}

/** Files of the text are for everybody, all others for the office; without a text none is. */
export async function showFiles(trx: Trx, scope: Scope, article: { id: string }, body: ArticleDocument | null, now: Date): Promise<void> {
  const shown = new Set(body ? filesIn(body) : [])
  for (const { id, visibility } of await listFiles(trx, scope, matterOf(article))) {
    const wanted = shown.has(id) ? 'public' : 'internal'
    if (visibility !== wanted) await setFileVisibility(trx, scope, matterOf(article), id, wanted, now)
  }
}

/** Who may download a file of an article: everybody what is shown, the newsroom all. */
export function articleFileReaders(db: Db): Record<'article', MayRead> {
  return {
    article: async (request, file) => {
      if (file.visibility === 'public') return true
      const article = await findArticle(db, request.scope, file.matter.id)
      return article !== undefined && (rolesOn(request.actor, article)?.size ?? 0) > 0
    },
  }
}
