import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'
import { expect, test } from 'vitest'
import { latin, vietnamese } from './fonts/letters.ts'
import { vi } from './text.vi.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const css = compile(here('./styles/main.scss'), { style: 'compressed', loadPaths: [here('../../node_modules')] }).css

test('the whole style is at most 14 kB compressed', () => {
  expect(gzipSync(css, { level: 9 }).byteLength).toBeLessThanOrEqual(14_000)
})

test('the fonts are at most 50 kB together, with their licence beside them', () => {
  const files = readdirSync(here('./fonts')).filter((name) => name.endsWith('.woff2'))
  expect(files).toHaveLength(4)
  expect(files.reduce((sum, name) => sum + statSync(here(`./fonts/${name}`)).size, 0)).toBeLessThanOrEqual(50_000)
  expect(readFileSync(here('./fonts/OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
})

test('nothing of the GOV.UK brand and no foreign address is in the style', () => {
  expect(css).not.toMatch(/GDS Transport|crown|https?:|data:/i)
  const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map((m) => m[1]!)
  expect(addresses.every((address) => /^"\.\.\/(fonts|brand)\/[\w-]+\.(woff2|svg)(\?no-inline)?"$/.test(address))).toBe(true)
})

test('every letter of Vietnamese is in the cut fonts, in small and capital', () => {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz'
  const toned = [...'aăâeêioôơuưy'].flatMap((vowel) =>
    ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  const all = letters + toned.join('')
  const cut = new Set(latin + vietnamese)
  expect([...all, ...all.toUpperCase(), ...Object.values(vi).join('')].filter((letter) => !cut.has(letter))).toEqual([])
})

test('the ranges of the style name every letter that was cut', () => {
  const ranges = [...css.matchAll(/unicode-range:\s*([^;}]+)/g)].flatMap((m) => m[1]!.split(','))
  const within = (code: number) =>
    ranges.some((range) => {
      const [from, to] = range.trim().slice(2).split('-')
      return code >= Number.parseInt(from!, 16) && code <= Number.parseInt(to ?? from!, 16)
    })
  expect([...latin, ...vietnamese].filter((letter) => !within(letter.codePointAt(0)!))).toEqual([])
})
