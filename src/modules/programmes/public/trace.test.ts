import { expect, test } from 'vitest'
import type { Passage } from '../../documents/index.ts'
import { countOf, traceOf } from './trace.ts'
import type { Slim } from './views.ts'

const passage = (place: number, kind: Passage['kind'], path: string, text: string): Passage => ({
  place,
  kind,
  path,
  text,
  anchorId: `anchor-${place}`,
  depth: 0,
  came: 'new',
})
const paper = [
  passage(1, 'clause', 'H/1', 'ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG'),
  passage(2, 'clause', 'H/2', 'Số: 21/KH-UBND'),
  passage(3, 'heading', 'I', 'I. NỘI DUNG'),
  passage(4, 'sentence', 'I/1', '1. In tờ gấp.'),
  passage(5, 'sentence', 'I/2', '2. Mỗi khu phố có một tủ sách.'),
  passage(6, 'clause', 'II/1', '1. Phòng Tư pháp:'),
  passage(7, 'clause', 'BK/1/1', 'Nơi nhận: UBND tỉnh'),
]
const item = { id: 'item', kind: 'task', status: 'planned', goalId: null, evidence: 0 } as unknown as Slim

test('letterhead, lead-ins, recipients and signature are no sentences that lack a task', () => {
  const trace = traceOf(paper, [item], [{ taskId: 'item', anchorId: 'anchor-4' }], new Map())
  expect(trace.sentences.map(({ passage: { path }, reach }) => [path, reach])).toEqual([
    ['I/1', 'item'],
    ['I/2', 'sentence'],
  ])
  expect(countOf(trace, 'bareSentences')).toBe(1)
})

test('a clause that an item comes from is shown', () => {
  const own = traceOf(paper, [item], [{ taskId: 'item', anchorId: 'anchor-6' }], new Map())
  expect(own.sentences.map(({ passage: { path } }) => path)).toContain('II/1')
  const others = traceOf(paper, [], [], new Map([['anchor-6', [item]]]))
  expect(others.sentences.find(({ passage: { path } }) => path === 'II/1')?.items).toEqual([item])
})
