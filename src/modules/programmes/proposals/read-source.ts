import type { Block } from '../../../platform/office-text/block.ts'
import { TextRefused } from '../../../platform/office-text/block.ts'
import { readDocx } from '../../../platform/office-text/read-docx.ts'
import { readText } from '../../../platform/office-text/read-text.ts'
import { DomainError } from '../../../shared/errors.ts'

/** Largest .docx that is read, bytes. */
export const MAX_DOCX = 10 * 1024 * 1024

/**
 * Paragraphs and tables of a .docx or of pasted text.
 * @throws DomainError read_not_docx, read_damaged, read_scanned, read_empty, read_too_long 422
 */
export function readSource(source: Buffer | string): Block[] {
  try {
    return typeof source === 'string' ? readText(source) : readDocx(source)
  } catch (error) {
    if (!(error instanceof TextRefused)) throw error
    throw new DomainError(`read_${error.code.replaceAll('-', '_')}`, 422)
  }
}
