import { describe, expect, test } from 'vitest'
import { likenessBetween } from './likeness.ts'
import { reAnchor } from './re-anchor.ts'

type Line = readonly [path: string, text: string]

/** What became of each new line: the old line that it is (by place, from 1), and how it came. */
function fate(old: readonly Line[], fresh: readonly Line[]) {
  const before = old.map(([path, text], i) => ({ anchorId: String(i + 1), path, text }))
  const { anchors, orphans } = reAnchor(
    before,
    fresh.map(([path, text]) => ({ path, text })),
  )
  return { now: anchors.map(({ anchorId, came }) => (anchorId === null ? came : `${came} ${anchorId}`)), orphans }
}

const trees: Line = ['I/1', '1. Trồng cây dọc các tuyến đường của phường trước ngày 30/6/2017.']
const drains: Line = ['I/2', '2. Sửa cống thoát nước khu phố 3.']
const meeting: Line = ['I/3', '3. Tổ chức đối thoại với nhân dân mỗi quý một lần.']
const at = (path: string, [, text]: Line): Line => [path, text]

describe('a sentence is found again in the new edition', () => {
  test.each<[string, Line[], Line[], string[], string[]]>([
    ['nothing changed', [trees, drains], [trees, drains], ['same 1', 'same 2'], []],
    ['the first edition', [], [trees], ['new'], []],
    ['everything is gone', [trees, drains], [], [], ['1', '2']],
    [
      'a sentence is added before',
      [trees, drains],
      [['I/1', '1. Một việc hoàn toàn khác hẳn.'], at('I/2', trees), at('I/3', drains)],
      ['new', 'moved 1', 'moved 2'],
      [],
    ],
    ['two change places', [trees, drains], [at('I/1', drains), at('I/2', trees)], ['moved 2', 'moved 1'], []],
    ['numbered anew, the same words', [['I/1', '1. Trồng cây.']], [['I/1', '1) Trồng cây.']], ['same 1'], []],
    ['spaces and capitals do not count', [['p1', 'Trồng  cây dọc đường']], [['p1', 'TRỒNG CÂY dọc đường.']], ['same 1'], []],
    ['another day', [trees], [['I/1', '1. Trồng cây dọc các tuyến đường của phường trước ngày 31/12/2017.']], ['changed 1'], []],
    [
      'another day, at another place',
      [trees, drains],
      [drains, ['II/4', '4. Trồng cây dọc các tuyến đường của phường trước ngày 31/12/2017.']],
      ['moved 2', 'changed 1'].with(0, 'same 2'),
      [],
    ],
    ['tones set right', [['p1', 'Trông cây dọc đường làng']], [['p1', 'Trồng cây dọc đường làng']], ['changed 1'], []],
    ['a word more', [drains], [['I/2', '2. Sửa cống thoát nước khu phố 3 và khu phố 5.']], ['changed 1'], []],
    ['other words at the same address', [drains], [['I/2', '2. Báo cáo kết quả về Phòng Nội vụ hằng tháng.']], ['new'], ['1']],
    ['one goes, one comes', [trees, drains], [trees, at('I/2', meeting)], ['same 1', 'new'], ['2']],
    [
      'split in two: the one that is more like it',
      [['I/1', 'Trồng cây dọc đường làng; sửa cống thoát nước khu phố 3 trong tháng 5']],
      [
        ['I/1', 'Trồng cây dọc đường làng'],
        ['I/2', 'Sửa cống thoát nước khu phố 3 trong tháng 5'],
      ],
      ['new', 'changed 1'],
      [],
    ],
    [
      'the same words twice stay two',
      [
        ['I/1', 'Thường xuyên.'],
        ['I/2', 'Thường xuyên.'],
      ],
      [
        ['I/1', 'Thường xuyên.'],
        ['I/2', 'Thường xuyên.'],
      ],
      ['same 1', 'same 2'],
      [],
    ],
    [
      'one of two twins goes',
      [
        ['I/1', 'Thường xuyên.'],
        ['I/2', 'Thường xuyên.'],
      ],
      [['I/2', 'Thường xuyên.']],
      ['same 2'],
      ['1'],
    ],
    ['a sign alone', [['I', '-']], [['I', '-']], ['same 1'], []],
  ])('%s', (_, old, fresh, now, orphans) => {
    expect(fate(old, fresh)).toEqual({ now, orphans })
  })

  test('each old sentence is taken once, by the one most like it', () => {
    const fresh: Line[] = [
      ['II/1', 'Trồng cây dọc các tuyến đường của phường trước ngày 30/9/2017 và báo cáo.'],
      ['II/2', 'Trồng cây dọc các tuyến đường của phường trước ngày 30/9/2017.'],
    ]
    expect(fate([trees], fresh)).toEqual({ now: ['new', 'changed 1'], orphans: [] })
  })

  test('what an edition had and the next has not is an orphan, in its order', () => {
    expect(fate([trees, drains, meeting], [drains]).orphans).toEqual(['1', '3'])
  })
})

describe('likeness', () => {
  test.each([
    ['a b c d', 'a b c d', 1],
    ['a b c d', 'e f g h', 0],
    ['ho ho ho', 'ho', 0.5],
    ['', '', 0],
  ])('%s ~ %s: %d', (one, other, alike) => {
    expect(likenessBetween([one], [other], 0.01)[0]?.alike ?? 0).toBeCloseTo(alike, 2)
  })
  test('order counts for half', () => {
    const [pair] = likenessBetween(['a b c d'], ['d c b a'], 0.1)
    expect(pair!.alike).toBeGreaterThan(0.4)
    expect(pair!.alike).toBeLessThan(0.7)
  })
})

test('two thousand sentences that all changed are found in a moment', () => {
  const words = Array.from({ length: 400 }, (_, i) => `tu${i}`)
  const sentence = (i: number) => Array.from({ length: 25 }, (_, k) => words[(i * 31 + k * k * 7) % 400]).join(' ')
  const old = Array.from({ length: 2_000 }, (_, i): Line => [`I/${i}`, `${sentence(i)} của phường năm 2016`])
  const fresh = old.map(([path, text]): Line => [path, text.replace('2016', '2017')])
  const from = performance.now()
  const { now, orphans } = fate(old, fresh)
  expect(performance.now() - from).toBeLessThan(4_000)
  expect(orphans).toEqual([])
  expect(now.every((came) => came.startsWith('changed'))).toBe(true)
})
