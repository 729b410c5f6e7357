import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf, refuseInput } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { sendPage } from '../../../ui/page.tsx'
import { requireRole } from '../../accounts/index.ts'
import { findDocument, findDocumentBySlug, readSent, type SentText } from '../../documents/index.ts'
import { discardUploads } from '../../files/index.ts'
import { labels, PlanInput } from '../fields.ts'
import { makePlan } from '../make-programme.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { listPapers } from '../plans/list-papers.ts'
import { NewPage } from '../plans/pages/new-page.tsx'
import { officeHead } from '../plans/show-one.tsx'
import { text } from '../plans/text.ts'
import type { Programme } from '../programme.ts'
import { makePlanFromDocument, makePlanFromText } from './make-from-paper.ts'
import { listProposals } from './proposal-repository.ts'

/** A new plan: from a file, from pasted text, from a paper that is here, or empty. */
export async function createRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options

  app.get(paths.create, async (request, reply) => {
    requireRole(request, ['editor'])
    return showNew(request, reply)
  })

  app.post(paths.create, { config: { takesFiles: true } }, async (request, reply) => {
    requireRole(request, ['editor'])
    const sent = await readSent(request, options.files)
    if (sent.refusal) return showNew(request, reply, sent.refusal)
    let plan: Programme
    try {
      plan = await make(request, sent)
    } catch (error) {
      return showNew(request, reply, await refuse(request, sent, error))
    }
    const next = (await listProposals(db, request.scope, plan.id)).length > 0 ? paths.proposals(plan.slug) : paths.officeOne(plan.slug)
    return reply.redirect(localPath(request.lang, next), 303)
  })

  async function make(request: FastifyRequest, { fields, pasted, blocks, files }: SentText): Promise<Programme> {
    const { scope, site } = request
    const actor = requireRole(request, ['editor'])
    const named = fields['document']?.trim() || null
    const hasText = pasted.trim() !== ''
    if ([files.length > 0, hasText, named].filter(Boolean).length > 1) throw new DomainError('one_source', 422)
    if (!isStorable(pasted)) refuseInput([{ field: 'text', code: 'unstorable' }], labels)
    const isEmpty = blocks.length === 0 && !named
    const title = fields['title']?.trim() ? fields['title'] : isEmpty ? '' : '–'
    const input = parseInput(PlanInput, { title, startsOn: fields['startsOn'], endsOn: fields['endsOn'], document: named }, labels)
    const facts = { ...input, title: fields['title']?.trim() ? input.title : null }
    if (isEmpty) return makePlan(options, scope, actor, input)
    if (!named) return makePlanFromText(options, scope, actor, { blocks, files }, facts, site.name)
    const document = (await findDocumentBySlug(db, scope, named.split('/').at(-1)!)) ?? undefined
    const known = document && (await findDocument(db, scope, document.id))
    if (!known) throw new DomainError('paper_without_text', 422)
    return makePlanFromDocument(options, scope, actor, known.id, facts)
  }

  /** What was typed stays; the file must be chosen again, as browsers want it. */
  async function refuse(request: FastifyRequest, { fields, pasted, files }: SentText, error: unknown): Promise<FormRefusal> {
    await discardUploads(
      options.files,
      files.map(({ upload }) => upload),
    )
    const source = fields['document'] ? 'document' : files.length > 0 ? 'file' : 'text'
    const refusal = refusalOf(request, error, { paper_without_text: source, one_source: source })
    return { ...refusal, typed: { ...fields, text: pasted } }
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang, scope } = request
    const page = <NewPage lang={lang} csrf={request.csrfToken()} papers={await listPapers(db, scope)} refusal={refusal} />
    const title = text[lang].office.make
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }
}
