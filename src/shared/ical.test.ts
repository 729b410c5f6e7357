import { expect, test } from 'vitest'
import { calendarFile } from './ical.ts'

const event = {
  uid: 'reception-2026-12-02-morning@phuoc-long',
  on: '2026-12-02',
  hours: { starts: '07:30', ends: '11:00' },
  summary: 'Tiếp công dân',
  place: 'Phòng 1',
  stampedOn: '2026-11-20',
} as const

test('times are written in UTC: half past seven in Vietnam is half past midnight', () => {
  const file = calendarFile('Lịch', [event])
  expect(file).toContain('\r\nDTSTART:20261202T003000Z\r\n')
  expect(file).toContain('\r\nDTEND:20261202T040000Z\r\n')
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('what a person wrote cannot add lines or fields', () => {
  const file = calendarFile('Lịch', [{ ...event, place: 'Phòng 1; tầng 2, dãy A\\B\nSUMMARY:khác' }])
  expect(file).toContain('LOCATION:Phòng 1\\; tầng 2\\, dãy A\\\\B\\nSUMMARY:khác\r\n')
  expect(file.match(/^SUMMARY/gm)).toHaveLength(1)
})

test('long lines are folded at 75 bytes, and no letter is cut in two', () => {
  const place = 'Phòng tiếp công dân, trụ sở Ủy ban nhân dân thị xã, đường Đinh Tiên Hoàng, phường Long Thủy'
  const file = calendarFile('Lịch', [{ ...event, place }])
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(place.replaceAll(',', '\\,'))
  expect(file).not.toContain('\uFFFD')
})

test('a due day is a whole day, and does not make anybody busy', () => {
  const file = calendarFile('Hạn', [{ ...event, on: '2026-12-31', hours: null, url: 'https://example.vn/loi-hua/viec/PL-NV-2026-00001' }])
  expect(file).toContain('\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n')
  expect(file).toContain('\r\nURL:https://example.vn/loi-hua/viec/PL-NV-2026-00001\r\n')
})
