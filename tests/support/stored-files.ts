import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** How many files the storage of a test's site holds; its folders stay when they are empty. */
export async function storedFiles({ dataDir }: { dataDir: string }): Promise<number> {
  const found = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).length
}
