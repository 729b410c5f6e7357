import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { IntervalBar } from './bars.tsx'
import { ColumnChart, roundTop } from './column-chart.tsx'

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [10, 10],
  [11, 20],
  [499, 500],
  [501, 1000],
])('a scale for %i ends at %i', (greatest, top) => {
  expect(roundTop(greatest)).toBe(top)
})

test('columns have the heights of their numbers, and say what they show', () => {
  const html = renderToString(
    <ColumnChart
      label="Đơn theo tháng"
      series={[
        { name: 'Đã nhận', tone: 'paused' },
        { name: 'Trễ', tone: 'late' },
      ]}
      items={[{ label: '11', under: '2026', values: [10, 5] }]}
      numbered={String}
    />,
  )
  expect(html).toContain('role="img" aria-label="Đơn theo tháng"')
  expect([...html.matchAll(/y="[\d.]+" height="([\d.]+)"/g)].map(([, height]) => Number(height))).toEqual([150, 75])
})

test('nothing counted draws no column and divides by nothing', () => {
  const html = renderToString(
    <ColumnChart label="x" series={[{ name: 'a', tone: 'kept' }]} items={[{ label: '1', values: [0] }]} numbered={String} />,
  )
  expect(html).not.toMatch(/NaN|Infinity/)
})

test('an interval is drawn from its low to its high end, and stays inside', () => {
  expect(renderToString(<IntervalBar low={0.25} at={0.5} high={0.75} />)).toMatch(/x="25%" width="50%"/)
  expect(renderToString(<IntervalBar low={-1} at={0.5} high={3} />)).toMatch(/x="0%" width="100%"/)
})
