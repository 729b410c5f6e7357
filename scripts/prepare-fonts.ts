/**
 * Cuts Be Vietnam Pro to what Vietnamese text uses and writes the woff2 files of `src/ui/fonts`.
 * Run by hand after an update of @fontsource/be-vietnam-pro: `node scripts/prepare-fonts.ts`.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { latin, vietnamese } from '../src/ui/fonts/letters.ts'

const source = dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'))
const target = fileURLToPath(new URL('../src/ui/fonts/', import.meta.url))

/** Marks must stack, pairs must kern, figures in tables must have one width; ligatures and alternates are not used. */
const keepFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'tnum']

await mkdir(target, { recursive: true })
let total = 0
for (const [part, letters] of [
  ['latin', latin],
  ['vietnamese', vietnamese],
] as const) {
  for (const weight of [400, 600]) {
    const whole = await readFile(join(source, 'files', `be-vietnam-pro-${part}-${weight}-normal.woff2`))
    const cut = await subsetFont(whole, letters, { targetFormat: 'woff2', keepFeatures, noHinting: true })
    await writeFile(join(target, `be-vietnam-pro-${part}-${weight}.woff2`), cut)
    total += cut.byteLength
    console.log(`${part} ${weight}: ${whole.byteLength} → ${cut.byteLength} bytes`)
  }
}
await copyFile(join(source, 'LICENSE'), join(target, 'OFL.txt'))
console.log(`total ${total} bytes`)
