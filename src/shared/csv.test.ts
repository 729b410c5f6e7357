import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each<[Parameters<typeof csvLine>[0], string, string]>([
  [['a', 1, true, null], 'a,1,true,\r\n', 'plain'],
  [['Phường Long Thủy, khu phố 3'], '"Phường Long Thủy, khu phố 3"\r\n', 'a comma'],
  [['nói "được"'], '"nói ""được"""\r\n', 'quotes'],
  [['hai\ndòng'], '"hai\ndòng"\r\n', 'a line end'],
  [['=1+1'], "'=1+1\r\n", 'a formula'],
  [['+84900'], "'+84900\r\n", 'a plus'],
  [['-cmd'], "'-cmd\r\n", 'a minus'],
  [['@sum'], "'@sum\r\n", 'an at'],
  [[' =HYPERLINK("x","y")'], `"' =HYPERLINK(""x"",""y"")"\r\n`, 'a formula behind a space'],
  [['\t=1'], "'\t=1\r\n", 'a tab'],
  [['＝1'], "'＝1\r\n", 'a wide equals sign'],
  [[-3, 0.25], '-3,0.25\r\n', 'numbers are numbers'],
])('%j: %s (%s)', (values, line) => {
  expect(csvLine(values)).toBe(line)
})
