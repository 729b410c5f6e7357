import { describe, expect, test } from 'vitest'
import { testPlans } from '../../../tests/support/plans/index.ts'
import { planFile } from '../../../tests/support/plans/plan-file.ts'
import type { Block } from '../../platform/office-text/block.ts'
import { readDocx } from '../../platform/office-text/read-docx.ts'
import { readText } from '../../platform/office-text/read-text.ts'
import { readPlan } from '../programmes/reading/read-plan.ts'
import { cellsOf, passageAt, sourceOf, splitText } from './split-text.ts'

const letters = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}%]/gu, '')

describe.each(testPlans.map((plan) => [plan.name, plan] as const))('%s', (_, plan) => {
  const blocks = readDocx(planFile(plan))
  const parts = splitText(blocks)

  test('the sentence of every item is a passage, at its very address', () => {
    const { items } = readPlan(blocks)
    expect(items.length).toBeGreaterThan(3)
    expect(items.filter(({ sentence }) => !passageAt(parts, sentence)).map(({ sentence }) => sentence)).toEqual([])
  })

  test('nothing is lost, and the order stays', () => {
    expect(letters(parts.map(({ text }) => text).join(' '))).toBe(letters(sourceOf(blocks)))
  })
})

const shape = (text: string) => splitText(readText(text)).map(({ path, kind, text: words }) => [path, kind, words])

describe('a text is split into what stands in it', () => {
  test('headings, sentences and what leads in; signs stay as printed', () => {
    const plan = [
      'Số: 37/KH-UBND',
      'KẾ HOẠCH',
      'Thực hiện công tác dân vận',
      '',
      'I. MỤC TIÊU',
      '1. Nâng cao nhận thức của cán bộ. Củng cố lòng tin của nhân dân.',
      'II. NHIỆM VỤ',
      'a) Phòng Nội vụ có trách nhiệm:',
      '- Kiểm tra các phường, xã.',
      'Nơi nhận:',
      '- UBND tỉnh;',
    ].join('\n')
    expect(shape(plan)).toEqual([
      ['H/1', 'clause', 'Số: 37/KH-UBND'],
      ['H/2', 'clause', 'KẾ HOẠCH'],
      ['H/3', 'clause', 'Thực hiện công tác dân vận'],
      ['I', 'heading', 'I. MỤC TIÊU'],
      ['I/1#1', 'sentence', '1. Nâng cao nhận thức của cán bộ.'],
      ['I/1#2', 'sentence', 'Củng cố lòng tin của nhân dân.'],
      ['II', 'heading', 'II. NHIỆM VỤ'],
      ['II/a', 'heading', 'a) Phòng Nội vụ có trách nhiệm:'],
      ['II/a/-1', 'sentence', '- Kiểm tra các phường, xã.'],
      ['II/a/-1/p1', 'clause', 'Nơi nhận:'],
      ['II/a/-2', 'clause', '- UBND tỉnh;'],
    ])
  })

  test('a row of a table is one passage, with its cells', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: 'I. PHÂN CÔNG', bold: true, label: null },
      {
        kind: 'table',
        rows: [
          ['TT', 'Nội dung', 'Chủ trì'],
          ['', '', ''],
          ['1', 'Trồng cây\ndọc đường', 'Phòng Kinh tế'],
        ],
      },
    ]
    expect(splitText(blocks).slice(1)).toEqual([
      { path: 'I/B1/1', kind: 'cell', depth: 2, text: 'TT | Nội dung | Chủ trì' },
      { path: 'I/B1/3', kind: 'cell', depth: 2, text: '1 | Trồng cây dọc đường | Phòng Kinh tế' },
    ])
    expect(cellsOf('1 | Trồng cây dọc đường | Phòng Kinh tế')).toEqual(['1', 'Trồng cây dọc đường', 'Phòng Kinh tế'])
    expect(sourceOf(blocks)).toBe('I. PHÂN CÔNG\nTT\tNội dung\tChủ trì\n\t\t\n1\tTrồng cây dọc đường\tPhòng Kinh tế')
  })

  test.each([
    ['a sign alone', '1.', ['1.']],
    ['one word', 'Xong', ['Xong']],
    ['a dash and nothing', '-', ['-']],
    ['many sentences without a heading', 'Một việc. Hai việc.', ['Một việc.', 'Hai việc.']],
  ])('%s is kept', (_, text, expected) => {
    expect(splitText(readText(text)).map((part) => part.text)).toEqual(expected)
  })
})
