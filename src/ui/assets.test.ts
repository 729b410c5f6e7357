import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assetsOf, loadAssets } from './assets.ts'

const manifest = {
  'src/ui/styles/main.scss': { file: 'assets/main-1.css', isEntry: true },
  'src/islands/draft.ts': { file: 'assets/draft-2.js', isEntry: true },
  'src/islands/office-keys.ts': { file: 'assets/office-keys-3.js', isEntry: true },
  'src/ui/fonts/be-vietnam-pro-vietnamese-400.woff2': { file: 'assets/be-vietnam-pro-vietnamese-400-4.woff2' },
  'src/ui/fonts/be-vietnam-pro-latin-400.woff2': { file: 'assets/be-vietnam-pro-latin-400-5.woff2' },
  'src/ui/fonts/be-vietnam-pro-latin-600.woff2': { file: 'assets/be-vietnam-pro-latin-600-6.woff2' },
  'src/ui/brand/icon.svg': { file: 'assets/icon-7.svg' },
}

test('the manifest gives the style, the scripts by name and the two fonts to preload', () => {
  expect(assetsOf(manifest)).toEqual({
    css: '/assets/main-1.css',
    scripts: { draft: '/assets/draft-2.js', 'office-keys': '/assets/office-keys-3.js' },
    fonts: ['/assets/be-vietnam-pro-latin-400-5.woff2', '/assets/be-vietnam-pro-vietnamese-400-4.woff2'],
    icon: '/assets/icon-7.svg',
  })
})

test('a manifest without our style is refused by name', () => {
  expect(() => assetsOf({})).toThrow('src/ui/styles/main.scss')
})

test('a missing build says what to run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'))
  expect(() => loadAssets(folder)).toThrow('npm run build')
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  expect(loadAssets(folder, '/x/').css).toBe('/x/assets/main-1.css')
})
