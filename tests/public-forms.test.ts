import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factLines } from '../src/modules/log/told.ts'
import { publicForms } from '../src/public-forms.ts'

interface Written {
  file: string
  type: string
}

/**
 * Every entry type that code writes for everybody: an object with `type: 'x.y'` whose audience is not plainly the filer's or the office's.
 * An audience that is worked out counts as public, since it may be.
 */
function publicTypesIn(file: string, source = readFileSync(file, 'utf8')): Written[] {
  return [...source.matchAll(/\btype: '([a-zA-Z]+\.[a-zA-Z]+)',?\s*audience(?:: ('[a-z]+'|[^,\n}]+)|,)/g)]
    .filter(([, , audience]) => !/^'(filer|internal)'/.test(audience ?? ''))
    .map(([, type]) => ({ file, type: type! }))
}

/** Types that are made up of parts: who adds one says here who may read it. */
const madeUp = ['data-requests/acts/tell-subject.ts', 'retention/erase-due.ts', 'retention/hold-matter.ts']

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|test-app/.test(file))
const written = files.flatMap((file) => publicTypesIn(file))

describe('every entry that everybody may read', () => {
  test('has a public form for the log', () => {
    expect(written.length).toBeGreaterThan(30)
    expect(written.filter(({ type }) => !Object.hasOwn(publicForms, type))).toEqual([])
  })

  test('and is written in the way that is looked for here', () => {
    const literal = (source: string) => source.match(/\baudience: 'public'(?! \|)/g)?.length ?? 0
    for (const file of files) {
      const source = readFileSync(file, 'utf8')
      const found = [...source.matchAll(/\btype: '[a-zA-Z.]+',?\s*audience: 'public'/g)].length
      // Who asks for public entries, or shows them, names the audience as well.
      expect(literal(source) - found, file).toBe(0)
    }
  })

  test('and no form is left of an entry that nobody writes', () => {
    const types = new Set(written.map(({ type }) => type))
    expect(Object.keys(publicForms).filter((type) => !types.has(type))).toEqual([])
  })

  test('types that are made up of parts are never public', () => {
    const found = files.filter(
      (file) => /\btype: `\$\{[^`]*`/.test(readFileSync(file, 'utf8')) && /audience/.test(readFileSync(file, 'utf8')),
    )
    expect(found.map((file) => file.replace('src/modules/', '')).toSorted()).toEqual(madeUp.toSorted())
    for (const file of found)
      expect(
        [...readFileSync(file, 'utf8').matchAll(/\btype: `[^`]*`,\s*audience: '([a-z]+)'/g)].map(([, audience]) => audience),
      ).not.toContain('public')
  })

  test.each([
    [`history: { type: 'lamp.lit', audience: 'public' }`, ['lamp.lit']],
    [`{\n type: 'lamp.lit',\n audience: input.public ? 'public' : 'internal',\n}`, ['lamp.lit']],
    [`{ type: 'lamp.lit', audience, facts }`, ['lamp.lit']],
    [`{ type: 'lamp.lit', audience: 'internal' }`, []],
  ])('a planted one is found: %s', (source, types) => {
    expect(publicTypesIn('planted.ts', source).map(({ type }) => type)).toEqual(types)
  })
})

describe('every promise that is moved', () => {
  const moves = Object.entries(publicForms).filter(([, form]) => form.moves)
  test.each(moves)('%s is told in words, not in names of the code', (_type, { facts = {} }) => {
    const named = { rules: {}, events: {}, units: new Map() }
    const names = Object.keys(facts)
    const leaf = { facts: Object.fromEntries(names.map((name) => [name, '2026-11-26'])) } as unknown as Parameters<typeof factLines>[1]
    for (const lang of ['vi', 'en'] as const) {
      const labels = factLines(lang, leaf, named).map((line) => line.split(':')[0]!)
      expect(labels.filter((label) => names.includes(label))).toEqual([])
    }
  })

  test('before and after stand in one line', () => {
    const facts = { fromOn: '2026-10-23', toOn: '2026-12-20', fromUnitId: 'a', toUnitId: 'a' }
    const leaf = { facts } as unknown as Parameters<typeof factLines>[1]
    const units = new Map([['a', 'Đội Quản lý đô thị']])
    expect(factLines('vi', leaf, { rules: {}, events: {}, units })).toEqual(['Hạn: 23/10/2026 → 20/12/2026', 'Đơn vị: Đội Quản lý đô thị'])
  })
})
