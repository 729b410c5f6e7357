import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeZip, type ZipFile } from '../../../platform/write-zip.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { type Archive, dropAllBut, findArchive, mirrorHome, putInPlace } from './archive.ts'

export interface ArchiveOptions {
  dataDir: string
  now: Date
  /** Brings a folder up to what visitors are shown now. @throws when the log does not go on from what is in it */
  mirror: (folder: string) => Promise<{ size: number; items: number }>
}

/** The mirror of tonight as one file. Until it is whole and in place, the one of before is given out. */
export async function makeArchive({ dataDir, now, mirror }: ArchiveOptions, scope: Scope, slug: string): Promise<Archive> {
  const home = mirrorHome(dataDir, scope)
  const folder = join(home, 'folder')
  await mkdir(folder, { recursive: true })
  const { size, items } = await mirror(folder)
  await dropAllBut(home, (await findArchive(dataDir, scope))?.file)

  const title = `so-cong-khai-${slug}-${civilDateOf(now)}`
  const unfinished = join(home, 'archive.zip.part')
  try {
    await writeZip(unfinished, filesIn(folder, title), now)
    const sha256 = await digestOf(unfinished)
    const file = `${sha256}.zip`
    const { size: bytes } = await stat(unfinished)
    await rename(unfinished, join(home, file))
    const archive = { file, name: `${title}.zip`, bytes, sha256, madeAt: now.toISOString(), lines: size, items }
    await putInPlace(home, archive)
    return archive
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Below one folder of the archive's name, so that unpacking strews nothing about; the page to open first stands first. */
async function* filesIn(folder: string, title: string): AsyncGenerator<ZipFile> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = found
    .filter((one) => one.isFile() && !one.name.endsWith('.part'))
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  const first = ['index.html', 'DOC-TRUOC.txt', 'kiem-chung.html'].filter((name) => names.includes(name))
  for (const name of [...first, ...names.filter((one) => !first.includes(one)).toSorted()])
    yield { name: `${title}/${name}`, path: join(folder, name) }
}

async function digestOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  return sum.digest('hex')
}
