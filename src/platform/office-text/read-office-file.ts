import { readZip } from '../read-zip.ts'
import type { Block } from './block.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'

/**
 * Paragraphs and tables of a .docx or .odt, whichever it is by its own content.
 * @throws TextRefused unknown-format · damaged · scanned · empty · too-long
 */
export function readOfficeFile(bytes: Buffer): Block[] {
  return readZip(bytes)?.names.includes('content.xml') ? readOdt(bytes) : readDocx(bytes)
}
