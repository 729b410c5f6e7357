import { DomainError } from '../../shared/errors.ts'
import type { Document } from './document.ts'
import { lifecycle } from './lifecycle.ts'

/** Files change while the facts may. @throws DomainError wrong_status 409 */
export function requireMove({ status }: Pick<Document, 'status'>): void {
  if (!lifecycle[status].edit) throw new DomainError('wrong_status', 409)
}
