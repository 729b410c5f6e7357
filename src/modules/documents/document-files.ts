import { buffer } from 'node:stream/consumers'
import type { Db, Trx } from '../../platform/database.ts'
import { type Actor, hasRole, type Scope } from '../accounts/index.ts'
import {
  attachUpload,
  confirmFindings,
  type FileDeps,
  findingsOf,
  type Guarded,
  guardPaper,
  listFiles,
  type MayRead,
  type StoredFile,
  type StoredUpload,
  saveFindings,
  setFileVisibility,
} from '../files/index.ts'
import { appendEntry } from '../history/index.ts'
import { type Document, matterOf } from './document.ts'
import { findDocument } from './document-repository.ts'
import { isShown, readers } from './rules.ts'

/** Most files of one document: the paper as signed, its appendices, its editions. */
const MOST_FILES = 40

/** An upload that was looked into, on its way to a row. */
export interface ReadyUpload {
  upload: StoredUpload
  findings: Guarded['findings']
}

/** The bytes of an upload: what the guard sees in them, and as a text where they are one. */
export async function openUpload({ storage }: FileDeps, upload: StoredUpload): Promise<{ ready: ReadyUpload; bytes: Buffer }> {
  const found = await storage.get(upload.storageKey)
  const bytes = found ? await buffer(found.stream) : Buffer.alloc(0)
  const findings = upload.mediaType === 'image/jpeg' ? [] : guardPaper(bytes, upload.mediaType)
  return { ready: { upload, findings }, bytes }
}

/** Gives uploads to a document; nobody outside the office sees them yet. */
export async function attachFiles(
  trx: Trx,
  scope: Scope,
  document: Pick<Document, 'id'>,
  uploads: readonly ReadyUpload[],
  actor: Pick<Actor, 'personId'>,
): Promise<void> {
  for (const { upload, findings } of uploads) {
    const terms = { role: 'document', visibility: 'internal', uploadedBy: actor.personId, max: MOST_FILES } as const
    const file = await attachUpload(trx, scope, matterOf(document), upload, terms)
    await saveFindings(trx, scope, file.id, findings)
  }
}

/** Offers a file to everybody, or takes it back; what the guard saw in it counts as looked at. */
export async function showFile(
  trx: Trx,
  scope: Scope,
  document: Pick<Document, 'id'>,
  file: Pick<StoredFile, 'id'>,
  by: { actor: Pick<Actor, 'personId'>; at: Date; shown: boolean },
): Promise<void> {
  const { personId } = by.actor
  if (by.shown) await confirmFindings(trx, scope, file.id, personId, by.at)
  await setFileVisibility(trx, scope, matterOf(document), file.id, by.shown ? 'public' : 'internal', by.at)
  const history = {
    type: by.shown ? 'document.fileShown' : 'document.fileHidden',
    audience: 'internal',
    facts: { fileId: file.id },
  } as const
  await appendEntry(trx, scope, matterOf(document), history, { role: 'keeper', personId, at: by.at })
}

export interface DocumentFile extends Guarded {
  file: StoredFile
}

export async function listDocumentFiles(db: Db, scope: Scope, document: Pick<Document, 'id'>): Promise<DocumentFile[]> {
  const files = await listFiles(db, scope, matterOf(document))
  const guarded = await findingsOf(
    db,
    scope,
    files.map(({ id }) => id),
  )
  return files.map((file) => ({ file, ...(guarded.get(file.id) ?? { findings: [], confirmedAt: null }) }))
}

/** Who may download a file of a document: everybody what was cleared of a published one, the office all. */
export function documentFileReaders(db: Db): Record<'document', MayRead> {
  return {
    document: async (request, file) => {
      if (hasRole(request.actor, ...readers)) return true
      if (file.visibility !== 'public') return false
      const document = await findDocument(db, request.scope, file.matter.id)
      return document !== undefined && isShown(document)
    },
  }
}
