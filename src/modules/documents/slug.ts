import { slugOf } from '../../shared/slug.ts'
import type { Document } from './document.ts'
import { vi } from './text.vi.ts'

/** `Kế hoạch`, `37/KH-UBND` → `ke-hoach-37-kh-ubnd`; without a number its subject stands there. */
export function slugBase({ kind, number, subject }: Pick<Document, 'kind' | 'number' | 'subject'>): string {
  return slugOf(`${vi.kind[kind]} ${number ?? subject}`, { longest: 80, nameless: 'van-ban' })
}
