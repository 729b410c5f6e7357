import { randomUUID } from 'node:crypto'

/** A right filing, as a program sends it. */
export function filing(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'feedback',
    subject: 'Đường Lý Thái Tổ ngập',
    body: 'Cứ mưa nửa tiếng là nước tràn vào nhà.',
    filer: { name: 'Trương Thị Bình', phone: '0900 000 001' },
    publish: true,
    clientToken: randomUUID(),
    ...change,
  }
}

let calls = 0

/** A new address for each call, so that limits of rate do not stand in the way of what is tested. */
export function anyAddress(): string {
  calls++
  return `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`
}
