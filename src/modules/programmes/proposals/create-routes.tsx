import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf, refuseInput } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { sendPage } from '../../../ui/page.tsx'
import { requireRole } from '../../accounts/index.ts'
import { findDocument, findDocumentBySlug } from '../../documents/index.ts'
import { readSmallForm } from '../../files/index.ts'
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
import { MAX_PAPER, readSource } from './read-source.ts'

const FORM_ROOM = MAX_PAPER + 4 * 1024 * 1024

type Typed = Record<string, string>

/** A new plan: from a file, from pasted text, from a paper that is here, or empty. */
export async function createRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options

  app.get(paths.create, async (request, reply) => {
    requireRole(request, ['editor'])
    return showNew(request, reply)
  })

  app.post(paths.create, { config: { takesFiles: true } }, async (request, reply) => {
    requireRole(request, ['editor'])
    const parts = await readSmallForm(request, FORM_ROOM)
    const file = parts.get('file') ?? Buffer.alloc(0)
    const typed: Typed = Object.fromEntries(
      [...parts].filter(([name]) => name !== 'file').map(([name, bytes]) => [name, bytes.toString('utf8')]),
    )
    request.checkCsrf(typed['_csrf'])
    let plan: Programme
    try {
      plan = await make(request, typed, file)
    } catch (error) {
      const readField = typed['document'] ? 'document' : file.length > 0 ? 'file' : 'text'
      const fieldOf = Object.fromEntries([...readRefusals, 'paper_without_text', 'one_source'].map((code) => [code, readField]))
      return showNew(request, reply, { ...refusalOf(request, error, fieldOf), typed })
    }
    const next = (await listProposals(db, request.scope, plan.id)).length > 0 ? paths.proposals(plan.slug) : paths.officeOne(plan.slug)
    return reply.redirect(localPath(request.lang, next), 303)
  })

  async function make(request: FastifyRequest, typed: Typed, file: Buffer): Promise<Programme> {
    const { scope, site } = request
    const actor = requireRole(request, ['editor'])
    const pasted = typed['text']?.trim() ? typed['text'] : null
    const named = typed['document']?.trim() ? typed['document'].trim() : null
    if ([file.length > 0, pasted, named].filter(Boolean).length > 1) throw new DomainError('one_source', 422)
    if (file.length > MAX_PAPER) throw new DomainError('file_too_large', 422)
    if (pasted && !isStorable(pasted)) refuseInput([{ field: 'text', code: 'unstorable' }], labels)
    const isEmpty = file.length === 0 && !pasted && !named
    const title = typed['title']?.trim() ? typed['title'] : isEmpty ? '' : '–'
    const input = parseInput(PlanInput, { title, startsOn: typed['startsOn'], endsOn: typed['endsOn'], document: named }, labels)
    const facts = { ...input, title: typed['title']?.trim() ? input.title : null }
    if (isEmpty) return makePlan(options, scope, actor, input)
    if (!named) return makePlanFromText(options, scope, actor, readSource(file.length > 0 ? file : pasted!), facts, site.name)
    const document = (await findDocumentBySlug(db, scope, named.split('/').at(-1)!)) ?? undefined
    const known = document && (await findDocument(db, scope, document.id))
    if (!known) throw new DomainError('paper_without_text', 422)
    return makePlanFromDocument(options, scope, actor, known.id, facts)
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang, scope } = request
    const page = <NewPage lang={lang} csrf={request.csrfToken()} papers={await listPapers(db, scope)} refusal={refusal} />
    const title = text[lang].office.make
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }
}

const readRefusals = ['file_too_large', 'read_unknown_format', 'read_damaged', 'read_scanned', 'read_empty', 'read_too_long']
