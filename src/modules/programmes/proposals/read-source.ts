import type { Block } from '../../../platform/office-text/block.ts'
import { TextRefused } from '../../../platform/office-text/block.ts'
import { readOfficeFile } from '../../../platform/office-text/read-office-file.ts'
import { readText } from '../../../platform/office-text/read-text.ts'
import { DomainError } from '../../../shared/errors.ts'

/** Largest file that is read, bytes. */
export const MAX_PAPER = 10 * 1024 * 1024

/**
 * Paragraphs and tables of a .docx, of an .odt or of pasted text.
 * @throws DomainError read_unknown_format, read_damaged, read_scanned, read_empty, read_too_long 422
 */
export function readSource(source: Buffer | string): Block[] {
  try {
    return typeof source === 'string' ? readText(source) : readOfficeFile(source)
  } catch (error) {
    if (!(error instanceof TextRefused)) throw error
    throw new DomainError(`read_${error.code.replaceAll('-', '_')}`, 422)
  }
}
