import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import type { Db, Trx } from '../../platform/database.ts'
import { newStorageKey, type Storage } from '../../platform/storage.ts'
import type { Scope, StoredFile } from './file.ts'
import './files.table.ts'

/** Widths that pages offer, pixels; only those that the picture has. */
const WIDTHS = [480, 960, 1440]

export interface DrawnWidth {
  width: number
  storageKey: string
}

/** Draws a stored picture in the widths of our pages, as WebP. Bytes first, rows later (`saveWidths`), as with every file. */
export async function drawWidths(storage: Storage, file: Pick<StoredFile, 'storageKey' | 'mediaType' | 'width'>): Promise<DrawnWidth[]> {
  if (file.mediaType !== 'image/jpeg') return []
  const found = await storage.get(file.storageKey)
  if (!found) return []
  const jpeg = await buffer(found.stream)
  const drawn: DrawnWidth[] = []
  for (const width of WIDTHS.filter((one) => one <= (file.width ?? 0))) {
    const storageKey = newStorageKey()
    await storage.put(storageKey, await sharp(jpeg).resize({ width }).webp({ quality: 78 }).toBuffer())
    drawn.push({ width, storageKey })
  }
  return drawn
}

export async function saveWidths(trx: Trx, scope: Scope, fileId: string, drawn: readonly DrawnWidth[]): Promise<void> {
  if (drawn.length === 0) return
  await trx
    .insertInto('file_widths')
    .values(drawn.map(({ width, storageKey }) => ({ authority_id: scope.authorityId, file_id: fileId, width, storage_key: storageKey })))
    .execute()
}

/** Widths of these files, smallest first. */
export async function widthsOf(db: Db, scope: Scope, fileIds: readonly string[]): Promise<Map<string, DrawnWidth[]>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('file_widths')
    .select(['file_id', 'width', 'storage_key as storageKey'])
    .where('authority_id', '=', scope.authorityId)
    .where('file_id', 'in', [...fileIds])
    .orderBy('width')
    .execute()
  return Map.groupBy(rows, (row) => row.file_id)
}

/** Public address of a picture; without a width the picture itself. */
export function pictureAddress(fileId: string, width: number | null): string {
  return width === null ? `/anh/${fileId}.jpg` : `/anh/${fileId}-${width}.webp`
}
