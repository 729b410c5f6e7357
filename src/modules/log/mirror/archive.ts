import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '../../../platform/storage.ts'
import type { Scope } from '../../accounts/index.ts'

/** The archive that visitors are given, as it lies on the disk. */
const Archive = z.strictObject({
  /** In the authority's folder of mirrors. */
  file: z.string().regex(/^[0-9a-f]{64}\.zip$/),
  /** Under which it is saved. */
  name: z.string().regex(/^[a-z0-9-]{1,120}\.zip$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
  /** Of the log. */
  lines: z.int().min(0),
  /** Of public data. */
  items: z.int().min(0),
})
export type Archive = z.output<typeof Archive>

const NOTE = 'archive.json'

/** Everything of an authority's mirror: the folder that is kept from night to night, the archive, and what is said of it. */
export function mirrorHome(dataDir: string, { authorityId }: Scope): string {
  return join(dataDir, 'mirror', String(authorityId))
}

/** Null before the first night, and where another version of the software left a note that this one does not read: tonight's replaces it. */
export async function findArchive(dataDir: string, scope: Scope): Promise<Archive | null> {
  try {
    return Archive.parse(JSON.parse(await readFile(join(mirrorHome(dataDir, scope), NOTE), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** From now on this one is given out; the one before goes. Its file must lie there already. */
export async function putInPlace(home: string, archive: Archive): Promise<void> {
  await mkdir(home, { recursive: true })
  const unfinished = join(home, `${NOTE}.part`)
  await writeFile(unfinished, `${JSON.stringify(archive, null, 2)}\n`, { flush: true })
  await rename(unfinished, join(home, NOTE))
  await syncFolder(home)
  await dropAllBut(home, archive.file)
}

/** Archives of earlier nights, and halves that a broken night left. */
export async function dropAllBut(home: string, file: string | undefined): Promise<void> {
  for (const name of await readdir(home)) if (/\.zip(\.part)?$/.test(name) && name !== file) await rm(join(home, name), { force: true })
}
