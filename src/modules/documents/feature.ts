import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import type { FileDeps } from '../files/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { acts, actsWith } from './acts/index.ts'
import type { Document, DocumentStatus } from './document.ts'
import type { ReadyUpload } from './document-files.ts'
import { lockDocument, saveDocument } from './document-repository.ts'
import { labels } from './fields.ts'
import { type DocumentAct, type DocumentRole, lifecycle } from './lifecycle.ts'
import { countsFor, rolesOn } from './rules.ts'
import { keepInIndex } from './search-index.ts'

/** Pages that name documents: their list, and what a document's page says of others. */
export const DOCUMENTS_TAG = 'documents'
export const documentTag = (id: string) => `document:${id}`

/** By anchor: what everybody may read that holds on to the sentence, the first of it by name. */
export type Citations = ReadonlyMap<string, Cited>
export interface Cited {
  items: readonly { text: string; href: string }[]
  /** There are more than are named. */
  more: boolean
}
/** Given by app.ts, which knows who cites. */
export type FindCitations = (db: Db, scope: Scope, documentId: string) => Promise<Citations>

/** What the routes of documents are given by app.ts. */
export interface DocumentOptions extends RunnerOptions {
  cache: RenderCache
  files: FileDeps
  publicUrl: string | null
  citations: FindCitations
  /** Tags of pages whose change changes what cites a document. */
  citationTags: readonly string[]
}

const feature: Feature<Document, DocumentStatus, DocumentAct, DocumentRole, never> = {
  type: 'document',
  lifecycle,
  acts,
  labels,
  lock: lockDocument,
  rolesOn: (caller, document) => rolesOn(caller.actor, document),
  save: saveDocument,
  // The law sets no time for keeping a paper.
  clockOf: () => null,
  counts: countsFor,
  afterAct: (trx, scope, document, act) => keepInIndex(trx, scope, document, act),
  tags: ({ id }) => [DOCUMENTS_TAG, documentTag(id)],
}

/**
 * Does an act for a person; the same for the form, the API and the demonstration.
 * @param files what a new text was read from: kept with it, or neither
 */
export function actOn(
  options: RunnerOptions,
  request: Pick<FastifyRequest, 'scope'> & { actor: Actor | null },
  document: Pick<Document, 'id'>,
  act: DocumentAct,
  input: unknown,
  files: readonly ReadyUpload[] = [],
): Promise<Document> {
  const { scope, actor } = request
  return runAct(
    options,
    { ...feature, acts: actsWith(files) },
    { scope, id: document.id, act, input, caller: { actor, holdsSecret: () => false } },
  )
}

/** Publishes a draft for a keeper. @throws DomainError forbidden 403, wrong_status 409 */
export function publishDocument(options: RunnerOptions, scope: Scope, actor: Actor, id: string): Promise<Document> {
  return actOn(options, { scope, actor }, { id }, 'publish', {})
}
