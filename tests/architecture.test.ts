import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ground = [
  'accounts',
  'clocks',
  'comments',
  'documents',
  'files',
  'history',
  'letters',
  'lifecycle',
  'log',
  'messages',
  'moderation',
  'notices',
  'personal-data',
  'readers',
  'search',
  'tallies',
  'verdicts',
  'visits',
] as const
const features = [
  'petitions',
  'appointments',
  'receptions',
  'data-requests',
  'retention',
  'news',
  'polls',
  'programmes',
  'ratings',
  'site',
] as const

/** The arrows of ARCHITECTURE.md: what each room may import besides itself. `main` and `app` may see everything. */
const mayImport: Record<string, readonly string[]> = {
  shared: [],
  platform: ['shared'],
  ui: ['shared'],
  islands: ['shared'],
  // A program of its own, on the machines of others: it shares no more than the formats.
  witness: ['shared'],
  mirror: ['shared', 'witness'],
  'modules/history': ['platform', 'shared'],
  'modules/accounts': ['ui', 'platform', 'shared', 'modules/history'],
  'modules/clocks': ['ui', 'platform', 'shared', 'modules/accounts', 'modules/history'],
  'modules/log': ['ui', 'platform', 'shared', 'modules/accounts', 'modules/files', 'modules/history'],
  'modules/search': ['platform', 'shared'],
  'modules/tallies': ['platform', 'shared'],
  'modules/readers': ['platform', 'shared', 'modules/accounts'],
  'modules/verdicts': [
    'ui',
    'platform',
    'shared',
    'modules/accounts',
    'modules/files',
    'modules/history',
    'modules/tallies',
    'modules/readers',
    'modules/lifecycle',
    'modules/moderation',
    'modules/personal-data',
  ],
  'modules/letters': ['platform', 'shared'],
  'modules/documents': [
    'ui',
    'platform',
    'shared',
    'modules/accounts',
    'modules/files',
    'modules/history',
    'modules/tallies',
    'modules/lifecycle',
    'modules/search',
  ],
  'modules/visits': ['ui', 'platform', 'shared'],
  'modules/personal-data': ['platform', 'shared', 'modules/accounts', 'modules/history'],
  'modules/notices': ['ui', 'platform', 'shared', 'modules/accounts', 'modules/history'],
  'modules/files': ['ui', 'platform', 'shared', 'modules/accounts'],
  'modules/messages': ['ui', 'platform', 'shared', 'modules/accounts'],
  'modules/lifecycle': [
    'platform',
    'shared',
    'modules/accounts',
    'modules/clocks',
    'modules/history',
    'modules/tallies',
    'modules/notices',
  ],
  'modules/moderation': ['ui', 'platform', 'shared', 'modules/accounts', 'modules/history', 'modules/tallies', 'modules/lifecycle'],
  'modules/comments': [
    'ui',
    'platform',
    'shared',
    'modules/accounts',
    'modules/history',
    'modules/tallies',
    'modules/lifecycle',
    'modules/notices',
    'modules/personal-data',
    'modules/moderation',
  ],
  ...Object.fromEntries(
    features.map((name) => [`modules/${name}`, ['ui', 'platform', 'shared', ...ground.map((room) => `modules/${room}`)]]),
  ),
  'modules/home': [
    'ui',
    'platform',
    'shared',
    'modules/accounts',
    'modules/search',
    'modules/log',
    ...features.map((name) => `modules/${name}`),
  ],
}

const roomOf = (file: string) => /^src\/(modules\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? 'top'
/** The top of the house: composition, commands, the demonstration, what brings earlier portals over. */
const isTop = (room: string) => ['top', 'cli', 'demo', 'importers'].includes(room)

interface Import {
  from: string
  target: string
}

function importsOf(file: string, source = readFileSync(file, 'utf8')): Import[] {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
    from: file,
    target: relative(process.cwd(), resolve(dirname(file), match[1]!)),
  }))
}

/** What is wrong with an import; null when it goes along the arrows. */
function breach({ from, target }: Import): string | null {
  const room = roomOf(from)
  const other = roomOf(target)
  if (isTop(room) || other === room) return null
  if (!target.startsWith('src/')) return room === 'demo' ? null : `${from} reaches outside src: ${target}`
  if (!mayImport[room]) return `${room} is a room without arrows: add it to this table and to ARCHITECTURE.md`
  if (!mayImport[room].includes(other)) return `${room} → ${other} (${target})`
  if (other.startsWith('modules/') && !/\/index\.ts$/.test(target)) return `${from} enters ${other} by ${target}, not by its index.ts`
  return null
}

/** Pages and rules never see the database. */
const pure = /\/pages\/|\/(petition|appointment|data-request|holds|lifecycle|rules|clock|count|calendar|table)\.tsx?$/
function seesDatabase({ target }: Import): boolean {
  return /platform\/(database|jobs|render-cache)|repository|\.table\.ts$/.test(target)
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|test-app|test-witness/.test(file))

describe('the arrows of the house', () => {
  test('every file imports along them, and enters a module by its index', () => {
    expect(files.flatMap((file) => importsOf(file).map(breach)).filter(Boolean)).toEqual([])
  })

  test('pages and rules never see the database', () => {
    const wrong = files
      .filter((file) => pure.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(seesDatabase)
          .map(({ target }) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test.each([
    { file: 'src/platform/planted.ts', source: `import { x } from '../modules/petitions/index.ts'`, because: 'platform knows no module' },
    {
      file: 'src/modules/petitions/planted.ts',
      source: `import { x } from '../appointments/index.ts'`,
      because: 'features never import each other',
    },
    {
      file: 'src/modules/petitions/planted.ts',
      source: `import { x } from '../clocks/clock-repository.ts'`,
      because: 'a module is entered by its index',
    },
    { file: 'src/modules/unknown/planted.ts', source: `import { x } from '../../shared/ids.ts'`, because: 'a new room needs its arrows' },
  ])('a planted breach is seen: $because', ({ file, source }) => {
    expect(importsOf(file, source).map(breach).filter(Boolean)).toHaveLength(1)
  })
})
