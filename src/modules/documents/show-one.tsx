import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { sendPage } from '../../ui/page.tsx'
import { listHistory } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import { type Document, documentStatuses, matterOf } from './document.ts'
import { listDocumentFiles } from './document-files.ts'
import { findDocumentBySlug, listPassages } from './document-repository.ts'
import { listEditions } from './edition-repository.ts'
import type { DocumentOptions } from './feature.ts'
import { lifecycle } from './lifecycle.ts'
import { listLinks } from './link-repository.ts'
import type { Attempt } from './pages/act-forms.tsx'
import { documentName } from './pages/facts.tsx'
import { OfficeDocumentPage } from './pages/office-document-page.tsx'
import { rolesOn } from './rules.ts'
import { text } from './text.ts'

export const officeHead = { current: '/lam-viec/van-ban', noindex: true, office: true }

export type BySlug = { Params: { slug: string } }

/** @throws NotFound */
export async function findInOffice({ db }: Pick<DocumentOptions, 'db'>, request: FastifyRequest<BySlug>): Promise<Document> {
  const document = await findDocumentBySlug(db, request.scope, request.params.slug)
  if (!document) throw new NotFound()
  return document
}

/** A document at the desk, with what may be done to it and what was just refused. */
export async function showOne(
  { db }: Pick<DocumentOptions, 'db'>,
  request: FastifyRequest,
  reply: FastifyReply,
  document: Document,
  shown: { attempt?: Attempt | undefined; done?: boolean; fileProblems?: readonly string[] },
) {
  const { lang, scope, actor } = request
  const [passages, editions, links, files, history] = await Promise.all([
    document.edition === 0 ? [] : listPassages(db, scope, document.id, document.edition),
    listEditions(db, scope, document.id),
    listLinks(db, scope, document.id, documentStatuses),
    listDocumentFiles(db, scope, document),
    listHistory(db, scope, matterOf(document), ['public', 'internal']),
  ])
  const acts = allowedActs(lifecycle, document, rolesOn(actor, document) ?? new Set())
  const status = shown.attempt?.refusal.status ?? (shown.fileProblems?.length ? 422 : undefined)
  return sendPage(
    request,
    reply,
    { ...officeHead, title: `${text[lang].office.title}: ${documentName(document)}`, status, islands: ['error-focus'] },
    <OfficeDocumentPage
      lang={lang}
      csrf={request.csrfToken()}
      {...{ document, passages, editions, links, files, history, acts }}
      {...shown}
    />,
  )
}
