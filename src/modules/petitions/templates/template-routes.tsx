import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor } from '../../../shared/keyset.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, findPeople, listUnits, requireRole } from '../../accounts/index.ts'
import { audit } from '../../history/index.ts'
import type { PetitionOptions } from '../service.ts'
import { ChangeInput, labels, TemplateInput } from './inputs.ts'
import { TemplatePage } from './pages/template-page.tsx'
import { TemplatesPage } from './pages/templates-page.tsx'
import { TEMPLATES } from './paths.ts'
import { unknownPlaceholder } from './placeholders.ts'
import { mayChange, mayRead, reachOf, writers } from './rules.ts'
import {
  createTemplate,
  findTemplate,
  listTemplates,
  listVersions,
  retireTemplate,
  rewordTemplate,
  type Template,
} from './template-repository.ts'
import { text } from './text.ts'

type ById = { Params: { id: string }; Querystring: { xong?: unknown } }

const PAGE = 50
/** 10,000 letters of Vietnamese take up to 90,000 bytes in a form's own spelling. */
const TEMPLATE_BODY = 256 * 1024

/** `/lam-viec/mau-tra-loi`: wordings that answers begin with. Each change is a version, and audited. */
export const templateRoutes: FastifyPluginAsync<Pick<PetitionOptions, 'db' | 'now'>> = async (app, { db, now }) => {
  app.get<{ Querystring: { after?: unknown } }>(TEMPLATES, async (request, reply) => {
    const actor = requireRole(request, writers)
    const { lang, scope, query } = request
    const after = query.after === undefined ? null : decodeCursor(String(query.after), [isUuid])[0]!
    const [page, units] = await Promise.all([listTemplates(db, scope, reachOf(actor), after, PAGE), listUnits(db, scope)])
    return sendPage(
      request,
      reply,
      { ...head, title: text[lang].title },
      <TemplatesPage lang={lang} page={page} first={after === null} units={units} />,
    )
  })

  app.get(`${TEMPLATES}/moi`, async (request, reply) => {
    const actor = requireRole(request, writers)
    return show(request, reply, actor, null)
  })

  app.post(`${TEMPLATES}/moi`, { bodyLimit: TEMPLATE_BODY }, async (request, reply) => {
    const actor = requireRole(request, writers)
    const unitId = reachOf(actor)
    // Head of nothing: there is no unit to word for.
    if (unitId !== null && unitId !== actor.unitId) throw new DomainError('forbidden', 403)
    try {
      const words = checked(parseInput(TemplateInput, request.body, labels))
      const id = await db.transaction().execute(async (trx) => {
        const made = await createTemplate(trx, request.scope, unitId, words, { by: actor.personId, at: now() })
        await audit(trx, request.scope, actor, 'template.written', { type: 'template', id: made }, { version: 1 })
        return made
      })
      return await toTemplate(request, reply, id)
    } catch (error) {
      return show(request, reply, actor, null, { refusal: refusalOf(request, error, fieldOf) })
    }
  })

  app.get<ById>(`${TEMPLATES}/:id`, async (request, reply) => {
    const actor = requireRole(request, writers)
    return show(request, reply, actor, await findOne(request, actor), { saved: request.query.xong !== undefined })
  })

  app.post<ById>(`${TEMPLATES}/:id`, { bodyLimit: TEMPLATE_BODY }, async (request, reply) => {
    const actor = requireRole(request, writers)
    const template = await findOne(request, actor, true)
    try {
      const { version, ...input } = parseInput(ChangeInput, request.body, labels)
      const words = checked(input)
      await db.transaction().execute(async (trx) => {
        const reworded = await rewordTemplate(trx, request.scope, { id: template.id, version }, words, { by: actor.personId, at: now() })
        if (!reworded) throw new DomainError('template_changed', 409)
        await audit(trx, request.scope, actor, 'template.written', { type: 'template', id: template.id }, { version: version + 1 })
      })
    } catch (error) {
      const refusal = refusalOf(request, error, fieldOf)
      return show(request, reply, actor, await findOne(request, actor), { refusal })
    }
    return toTemplate(request, reply, template.id)
  })

  for (const [path, action] of [
    ['ngung', 'template.retired'],
    ['dung-lai', 'template.restored'],
  ] as const) {
    app.post<ById>(`${TEMPLATES}/:id/${path}`, async (request, reply) => {
      const actor = requireRole(request, writers)
      const { id } = await findOne(request, actor, true)
      await db.transaction().execute(async (trx) => {
        await retireTemplate(trx, request.scope, id, path === 'ngung' ? now() : null)
        await audit(trx, request.scope, actor, action, { type: 'template', id })
      })
      return toTemplate(request, reply, id)
    })
  }

  /** Another unit's is as unknown as one that is not there. */
  async function findOne({ params, scope }: FastifyRequest<ById>, actor: Actor, toChange = false): Promise<Template> {
    const found = isUuid(params.id) ? await findTemplate(db, scope, params.id) : undefined
    if (!found || !mayRead(actor, found)) throw new NotFound()
    if (toChange && !mayChange(actor, found)) throw new DomainError('forbidden', 403)
    return found
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    template: Template | null,
    shown: { refusal?: FormRefusal; saved?: boolean } = {},
  ) {
    const { lang, scope } = request
    const [versions, units] = await Promise.all([template ? listVersions(db, scope, template.id) : [], listUnits(db, scope)])
    const unitId = template ? template.unitId : reachOf(actor)
    return sendPage(
      request,
      reply,
      {
        ...head,
        title: template ? `${text[lang].title}: ${template.title}` : text[lang].newTitle,
        status: shown.refusal?.status ?? 200,
        islands: ['error-focus', 'char-count'],
      },
      <TemplatePage
        lang={lang}
        csrf={request.csrfToken()}
        template={template}
        versions={versions}
        people={await findPeople(db, [...new Set(versions.map(({ writtenBy }) => writtenBy))])}
        unitName={units.find(({ id }) => id === unitId)?.name ?? null}
        mayChange={template === null || mayChange(actor, template)}
        {...shown}
      />,
    )
  }
}

const head = { current: '/lam-viec', noindex: true, office: true, wide: true }
const fieldOf = { unknown_placeholder: 'text' }

function checked<Words extends { text: string }>(words: Words): Words {
  const name = unknownPlaceholder(words.text)
  // Its name is said back; not more of it than a name is long.
  if (name !== null) throw new DomainError('unknown_placeholder', 422, { name: name.slice(0, 40) })
  return words
}

function toTemplate(request: FastifyRequest, reply: FastifyReply, id: string) {
  return reply.redirect(localPath(request.lang, `${TEMPLATES}/${id}?xong=1`), 303)
}
