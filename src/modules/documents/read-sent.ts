import type { FastifyRequest } from 'fastify'
import { type Block, TextRefused } from '../../platform/office-text/block.ts'
import { headOf } from '../../platform/office-text/head.ts'
import { readOfficeFile } from '../../platform/office-text/read-office-file.ts'
import { readText } from '../../platform/office-text/read-text.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { isStorable } from '../../shared/vietnamese-text.ts'
import { discardUploads, type FileDeps, filesText, readMultipart, type StoredUpload } from '../files/index.ts'
import { openUpload, type ReadyUpload } from './document-files.ts'
import { text } from './text.ts'

/** A form with a text: as a Word or OpenDocument file, or pasted. */
export interface SentText {
  fields: Record<string, string>
  /** As it was pasted. */
  pasted: string
  /** Empty: neither was sent. */
  blocks: Block[]
  /** The file, to be kept with the document. */
  files: ReadyUpload[]
  /** Why the file or the text was not read; nothing of it is stored then. */
  refusal: FormRefusal | null
}

/** Reads the form of a new document or of a new edition. The caller attaches `files` or discards them. */
export async function readSent(request: FastifyRequest, deps: FileDeps): Promise<SentText> {
  const sent = await readMultipart(request, deps, { maxFiles: 1, from: 'office', guard: (fields) => request.checkCsrf(fields['_csrf']) })
  const { _csrf, text: pasted = '', ...fields } = sent.fields
  const typed = { ...fields, text: pasted }
  const refuse = async (field: string, words: string): Promise<SentText> => {
    await discardUploads(deps, sent.uploads)
    return { fields, pasted, blocks: [], files: [], refusal: { status: 422, problems: [{ field, text: words }], typed } }
  }
  const { lang } = request
  const [refused] = sent.refused
  if (refused) return refuse('file', filesText[lang].refused[refused.code](refused.filename))
  const field = sent.uploads.length > 0 ? 'file' : 'text'
  try {
    const read = await readFirst(deps, sent.uploads, isStorable(pasted) ? pasted : '')
    return { fields, pasted, ...read, refusal: null }
  } catch (error) {
    if (error instanceof TextRefused) return refuse(field, text[lang].refusedText[error.code])
    await discardUploads(deps, sent.uploads)
    throw error
  }
}

async function readFirst(deps: FileDeps, uploads: readonly StoredUpload[], pasted: string) {
  const [upload] = uploads
  if (!upload) return { blocks: pasted.trim() === '' ? [] : readText(pasted.trim()), files: [] }
  const { ready, bytes } = await openUpload(deps, upload)
  return { blocks: readOfficeFile(bytes), files: [ready] }
}

const facts = ['kind', 'number', 'issuer', 'signer', 'subject', 'issuedOn', 'validFrom', 'validTo'] as const

/** Fields of a new document; of those that were left empty the head of the text says number, day, issuer and subject. */
export function factsFrom(fields: Readonly<Record<string, string>>, blocks: readonly Block[]): Record<string, string> {
  const { head } = headOf(blocks)
  const known: Partial<Record<string, string | null>> = { ...head }
  const other = Object.entries(fields).filter(([name]) => !facts.some((fact) => fact === name))
  return Object.fromEntries([...other, ...facts.map((fact) => [fact, fields[fact]?.trim() || known[fact] || ''])])
}
