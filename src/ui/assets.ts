import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses of the built files, as pages link them. */
export interface Assets {
  css: string
  /** By island name: `draft` → `/assets/draft-….js`. */
  scripts: Record<string, string>
  /** The fonts to preload, Latin first. */
  fonts: string[]
  icon?: string | undefined
}

interface Chunk {
  file: string
  src?: string
  name?: string
  isEntry?: boolean
  css?: string[]
  assets?: string[]
}

const style = 'src/ui/styles/main.scss'
const island = /^src\/islands\/([\w-]+)\.ts$/
/** Regular weight only: headings may swap a moment later, running text may not. */
const preloaded = /fonts\/be-vietnam-pro-(latin|vietnamese)-400\.woff2$/

/** Vite's manifest, in either of the places where Vite writes it. */
function readManifest(clientDir: string): Record<string, Chunk> {
  for (const place of ['manifest.json', '.vite/manifest.json']) {
    try {
      return JSON.parse(readFileSync(join(clientDir, place), 'utf8')) as Record<string, Chunk>
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error(`No manifest.json in ${clientDir}. Build the browser files first: npm run build`)
}

export function assetsOf(manifest: Record<string, Chunk>, base = '/'): Assets {
  const entry = manifest[style]
  if (!entry) throw new Error(`Vite's manifest has no ${style}: is it among the inputs of vite.config.ts?`)
  const chunks = Object.entries(manifest)
  const files = [...new Set([...(entry.assets ?? []), ...chunks.map(([, chunk]) => chunk.file)])]
  const sourceOf = new Map(chunks.map(([key, chunk]) => [chunk.file, key]))
  const fonts = files.filter(
    (file) => preloaded.test(sourceOf.get(file) ?? '') || /be-vietnam-pro-(latin|vietnamese)-400[-.\w]*\.woff2$/.test(file),
  )
  const icon = files.find((file) => /(^|\/)icon[-.\w]*\.svg$/.test(file))
  const scripts = chunks.flatMap(([key, chunk]) => {
    const name = island.exec(key)?.[1]
    return name ? [[name, base + chunk.file] as const] : []
  })
  return {
    css: base + (entry.file.endsWith('.css') ? entry.file : (entry.css?.[0] ?? entry.file)),
    scripts: Object.fromEntries(scripts),
    fonts: fonts.sort().map((file) => base + file),
    icon: icon && base + icon,
  }
}

/** What the build wrote, read once at start. `base` is where `clientDir` is served. */
export function loadAssets(clientDir: string, base = '/'): Assets {
  return assetsOf(readManifest(clientDir), base)
}

/** The script of the receipt checker, whole, for the file that people keep. */
export function loadChecker(clientDir: string): string {
  return readFileSync(join(clientDir, 'checker', 'receipt-check.js'), 'utf8')
}
