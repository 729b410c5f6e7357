import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { built } from './built.ts'
import type { Bench } from './report.ts'
import { appKey, openTown } from './town.ts'

const { createApp, projectRoot } = built

/** What a first visit loads: the page, its style sheet, its scripts, its fonts. Scripts and styles: those that the page names. */
export const firstPage: Bench = async (report) => {
  const town = await openTown({ petitions: true })
  const clientDir = join(projectRoot(), 'dist', 'client')
  const app = await createApp({
    config: { dataDir: town.dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection: town,
    databaseUrl: town.url,
    appKey,
    clientDir,
  })
  try {
    const assets = readdirSync(join(clientDir, 'assets')).map((name) => ({ name, bytes: readFileSync(join(clientDir, 'assets', name)) }))
    const sumOf = (ending: RegExp, compress: (bytes: Buffer) => Buffer) =>
      assets.filter(({ name }) => ending.test(name)).reduce((sum, { bytes }) => sum + compress(bytes).length, 0)
    for (const path of ['/', '/gui-don', '/don']) {
      const { body } = await app.inject(path)
      const page = Buffer.from(body)
      const named = assets.filter(({ name }) => /\.(css|js)$/.test(name) && body.includes(`/assets/${name}`))
      const code = named.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)
      report(`${path}: HTML, CSS and its scripts, gzip`, (gzipSync(page).length + code) / 1000, 'kB')
      report(`${path}: HTML, brotli`, brotliCompressSync(page).length / 1000, 'kB')
    }
    report('fonts, all four', sumOf(/\.woff2$/, (bytes) => bytes) / 1000, 'kB')
  } finally {
    await app.close()
    await town.close()
  }
}
