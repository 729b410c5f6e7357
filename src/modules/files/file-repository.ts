import { type Selectable, sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { FileRefused, type FileRole, type Matter, type Scope, type StoredFile, type StoredUpload, type Visibility } from './file.ts'
import type { FilesTable } from './files.table.ts'

export interface Attachment {
  role: FileRole
  /** A file is made public by `setFileVisibility` alone, after somebody looked. */
  visibility: Exclude<Visibility, 'public'>
  /** Account that sent it; null: the filer. */
  uploadedBy: string | null
  /** Most files of this role on the matter; two requests at once cannot pass it together. */
  max?: number
}

/**
 * Gives stored bytes their row.
 * @throws FileRefused too_many_files when the matter already has `max` of this role
 */
export async function attachUpload(
  trx: Trx,
  scope: Scope,
  matter: Matter,
  upload: StoredUpload,
  attachment: Attachment,
): Promise<StoredFile> {
  if (attachment.max !== undefined) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`files:${scope.authorityId}:${matter.type}:${matter.id}`}, 0))`.execute(trx)
    if ((await countFiles(trx, scope, matter, { role: attachment.role })) >= attachment.max)
      throw new FileRefused('too_many_files', upload.originalName)
  }
  const row = await trx
    .insertInto('files')
    .values({
      authority_id: scope.authorityId,
      id: newId(),
      matter_type: matter.type,
      matter_id: matter.id,
      role: attachment.role,
      original_name: upload.originalName,
      media_type: upload.mediaType,
      bytes: upload.bytes,
      sha256: upload.sha256,
      storage_key: upload.storageKey,
      thumb_key: upload.thumbKey,
      width: upload.width,
      height: upload.height,
      uploaded_by: attachment.uploadedBy,
      visibility: attachment.visibility,
      cleared_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toFile(row)
}

/** A draft becomes a petition: its files go with it, in their order. @returns how many */
export async function moveFiles(trx: Trx, scope: Scope, from: Matter, to: Matter, role?: FileRole): Promise<number> {
  const moved = await trx
    .updateTable('files')
    .set({ matter_type: to.type, matter_id: to.id, ...(role && { role }) })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', from.type)
    .where('matter_id', '=', from.id)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}

/** In the order they came; all of them unless `visibilities` says which. */
export async function listFiles(
  db: Db,
  scope: Scope,
  matter: Matter,
  only: { visibilities?: readonly Visibility[] } = {},
): Promise<StoredFile[]> {
  let query = ofMatter(db, scope, matter).selectAll().orderBy('uploaded_at').orderBy('id')
  if (only.visibilities) query = query.where('visibility', 'in', [...only.visibilities])
  return (await query.execute()).map(toFile)
}

export async function countFiles(db: Db, scope: Scope, matter: Matter, only: { role?: FileRole } = {}): Promise<number> {
  let query = ofMatter(db, scope, matter).select((eb) => eb.fn.countAll<number>().as('files'))
  if (only.role) query = query.where('role', '=', only.role)
  return (await query.executeTakeFirstOrThrow()).files
}

export async function findFile(db: Db, scope: Scope, id: string): Promise<StoredFile | undefined> {
  const row = await db.selectFrom('files').selectAll().where('authority_id', '=', scope.authorityId).where('id', '=', id).executeTakeFirst()
  return row && toFile(row)
}

/**
 * Clears a file for everybody (`public`), or takes it back.
 * @throws NotFound when this matter has no such file
 */
export async function setFileVisibility(
  trx: Trx,
  scope: Scope,
  matter: Matter,
  id: string,
  visibility: Visibility,
  now: Date,
): Promise<void> {
  const changed = await trx
    .updateTable('files')
    .set({ visibility, cleared_at: visibility === 'public' ? now : null })
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new NotFound()
}

/**
 * Forgets the file and its name. The bytes go with the next sweep, or at once when the caller gives the answer to `discardUploads` after the commit.
 * @throws NotFound when this matter has no such file
 */
export async function removeFile(
  trx: Trx,
  scope: Scope,
  matter: Matter,
  id: string,
): Promise<Pick<StoredUpload, 'storageKey' | 'thumbKey'>> {
  const row = await trx
    .deleteFrom('files')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('id', '=', id)
    .returning(['storage_key', 'thumb_key'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { storageKey: row.storage_key, thumbKey: row.thumb_key }
}

/** Forgets all files of a matter; the bytes go with the next sweep. */
export async function removeFiles(trx: Trx, scope: Scope, matter: Matter): Promise<void> {
  await trx
    .deleteFrom('files')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .execute()
}

/** Which of these keys have a row, in any authority: the storage is one. */
export async function keysInUse(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('files')
    .select(['storage_key', 'thumb_key'])
    .where((eb) => eb.or([eb('storage_key', 'in', [...keys]), eb('thumb_key', 'in', [...keys])]))
    .execute()
  const widths = await db
    .selectFrom('file_widths')
    .select('storage_key')
    .where('storage_key', 'in', [...keys])
    .execute()
  return new Set([
    ...rows.flatMap((row) => (row.thumb_key ? [row.storage_key, row.thumb_key] : [row.storage_key])),
    ...widths.map((row) => row.storage_key),
  ])
}

function ofMatter(db: Db, scope: Scope, matter: Matter) {
  return db
    .selectFrom('files')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
}

function toFile(row: Selectable<FilesTable>): StoredFile {
  return {
    id: row.id,
    matter: { type: row.matter_type, id: row.matter_id },
    role: row.role,
    originalName: row.original_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    storageKey: row.storage_key,
    thumbKey: row.thumb_key,
    width: row.width,
    height: row.height,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    visibility: row.visibility,
    clearedAt: row.cleared_at,
  }
}
