import { randomUUID } from 'node:crypto'

/** A right form of the book, as a browser sends it. */
export const visit = (change: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  receivedOn: '2026-11-20',
  occasion: 'regular',
  classification: 'petition',
  name: 'Điểu Krá',
  address: 'Thôn Phú Châu',
  identity: '070099001234',
  summary: 'Hỏi thủ tục tách thửa đất vườn',
  people: '1',
  representatives: '',
  previous: '',
  settledBy: '',
  guidedTo: '',
  guidedDocument: '',
  transferredTo: '',
  transferredDocument: '',
  followUp: '',
  clientToken: randomUUID(),
  ...change,
})

/** The form of a correction: the same without what belongs to the first writing. */
export const correction = (change: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const { clientToken: _, ...fields } = visit({ reason: 'Nghe nhầm họ tên.', ...change })
  return fields
}
