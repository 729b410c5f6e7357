import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { allow, type Bucket } from '../../platform/rate-limit.ts'
import { addDays, civilDateOf, instantText } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { requireRole } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import { auditRead } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import { recordOwnLook } from '../personal-data/index.ts'
import { findAccess, findReadable, secretHeader } from './access.ts'
import { actInputs } from './act-inputs.ts'
import { forOthers } from './behalf/behalf.ts'
import { listBehalves } from './behalf/behalf-repository.ts'
import { deskOf } from './desk-scope.ts'
import { listDialogues } from './dialogue-repository.ts'
import { labels, PetitionInput } from './fields.ts'
import { type Filed, filePetition } from './file-petition.ts'
import { followingApi } from './following/following-api.ts'
import { lifecycle } from './lifecycle.ts'
import { inboxViews, listInbox } from './list-inbox.ts'
import { listRegister } from './list-petitions.ts'
import { matterOf, petitionKinds, petitionStatuses } from './petition.ts'
import { receiptApi } from './receipt-api.ts'
import { isOffered } from './rules.ts'
import { actOn, type PetitionOptions, requireAct } from './service.ts'
import { similarApi } from './similar/similar-api.ts'
import { caseFilterFields } from './statistics/case-filter.ts'
import { labels as listLabels } from './statistics/labels.ts'
import { text } from './text.ts'
import { caseJson, clockJson, petitionJson, viewCase } from './views.ts'

/** A whole office behind one address files dozens a minute; a flood does not get through. */
const filings: Bucket = { burst: 600, perSecond: 10 }
/** 20,000 letters take up to 120,000 bytes of JSON when each is escaped; with room to spare. */
const FILING_BODY = 512 * 1024

const ByCode = z.object({ code: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const limit = z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20))
const after = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .max(200)
    .nullish()
    .transform((value) => value ?? null),
)
export const RegisterQuery = z.strictObject({
  status: z.preprocess(blankIsAbsent, z.enum(petitionStatuses).optional()),
  unit: z.preprocess(blankIsAbsent, z.uuid().optional()),
  kind: z.preprocess(blankIsAbsent, z.enum(petitionKinds).optional()),
  q: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .max(200)
      .refine((value) => value.isWellFormed() && !value.includes('\u0000'), { params: { code: 'unstorable' } })
      .optional(),
  ),
  after,
  limit,
})
export const InboxQuery = RegisterQuery.extend({
  view: z.preprocess(blankIsAbsent, z.enum(inboxViews).default('mine')),
  /** Cases of many people, or for another person. */
  behalf: z.preprocess(blankIsAbsent, z.enum(forOthers).optional()),
  /** The most followed cases first. */
  sort: z.preprocess(blankIsAbsent, z.enum(['followers']).optional()),
  ...caseFilterFields,
})

const officers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'auditor'] as const

/** `/api/v1` for petitions: filing, the register, a case, its acts, the officers' list. */
export const petitionApi: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db } = options
  await app.register(similarApi, { db })
  await app.register(followingApi, options)
  await app.register(receiptApi, { db })

  app.post(
    '/api/v1/petitions',
    {
      bodyLimit: FILING_BODY,
      config: { onlyFiles: true },
      schema: { tags: ['petitions'], summary: 'File a petition', body: PetitionInput },
    },
    async (request, reply) => {
      const { input, scope, site } = takeFiling(request)
      const filed = await filePetition(options, { scope, site, input, actor: request.actor, channel: 'online' })
      if (!filed.repeated) options.dropPages(['home'])
      return reply.code(filed.repeated ? 200 : 201).send(await filedJson(request, filed))
    },
  )

  app.post(
    '/api/v1/office/petitions',
    { bodyLimit: FILING_BODY, schema: { tags: ['office'], summary: 'Take a petition down at the counter', body: PetitionInput } },
    async (request, reply) => {
      const actor = requireRole(request, ['receptionOfficer'])
      const { input, scope, site } = takeFiling(request)
      const filed = await filePetition(options, { scope, site, input, actor, channel: 'counter' })
      return reply.code(filed.repeated ? 200 : 201).send(await filedJson(request, filed))
    },
  )

  app.get(
    '/api/v1/petitions',
    { schema: { tags: ['petitions'], summary: 'The public register, newest first', querystring: RegisterQuery } },
    async (request) => {
      const { after, limit, ...filter } = parseInput(RegisterQuery, request.query, labels)
      const page = await listRegister(db, request.scope, filter, after, limit)
      return { items: page.items.map(petitionJson), next: page.next }
    },
  )

  app.get(
    '/api/v1/petitions/:code',
    { schema: { tags: ['petitions'], summary: 'One case, as far as the caller may read it', params: ByCode } },
    async (request) => {
      const { petition, roles } = await findReadable(db, request, codeOf(request), secretHeader(request))
      const view = await viewCase(db, request.scope, petition, roles)
      if (view.filer && request.actor && !view.isFiler) await auditRead(db, request.scope, request.actor, matterOf(petition), 'filer')
      if (view.isFiler) await recordOwnLook(db, request.scope, matterOf(petition), civilDateOf(options.now()))
      return caseJson(view)
    },
  )

  app.get(
    '/api/v1/petitions/:code/acts',
    { schema: { tags: ['petitions'], summary: 'What the caller may do to the case now', params: ByCode } },
    async (request) => {
      const access = await findReadable(db, request, codeOf(request), secretHeader(request))
      const { id } = access.petition
      const [inputs, dialogues, behalves] = await Promise.all([
        actInputs(db, request.scope),
        listDialogues(db, request.scope, id),
        listBehalves(db, request.scope, [id]),
      ])
      const items = allowedActs(lifecycle, access.petition, access.roles)
        .filter((act) => isOffered(access.petition, act, access.roles, dialogues, behalves.get(id)?.behalf ?? null))
        .map((act) => ({ act, label: text[request.lang].act[act], input: inputs(act) }))
      return { items }
    },
  )

  app.post(
    '/api/v1/petitions/:code/acts/:act',
    { bodyLimit: FILING_BODY, schema: { tags: ['petitions'], summary: 'Do an act', params: ByCode.extend({ act: z.string() }) } },
    async (request) => {
      const secret = secretHeader(request)
      if (!request.actor && secret === null) throw new DomainError('not_signed_in', 401)
      const access = await findAccess(db, request, codeOf(request), secret)
      const act = requireAct((request.params as { act: string }).act)
      const petition = await actOn(options, request, access, act, request.body)
      return { ...petitionJson(petition), clocks: (await listClocks(db, request.scope, matterOf(petition))).map(clockJson) }
    },
  )

  app.get(
    '/api/v1/office/petitions',
    { schema: { tags: ['office'], summary: 'The officers’ list', querystring: InboxQuery } },
    async (request) => {
      const actor = requireRole(request, officers)
      const { after, limit, ...filter } = parseInput(InboxQuery, request.query, listLabels)
      const today = civilDateOf(options.now())
      const page = await listInbox(db, request.scope, deskOf(actor), filter, { today, soon: addDays(today, 3) }, after, limit)
      return { items: page.items.map(petitionJson), next: page.next }
    },
  )

  /** Checks a filing; a denunciation is turned away before anything of it is read further. */
  function takeFiling(request: FastifyRequest) {
    if (!allow(`file:${request.ip}`, filings)) throw new DomainError('too_many_requests', 429)
    const raw = request.body as { kind?: unknown } | undefined
    if (raw?.kind === 'denunciation')
      throw new DomainError('denunciation_not_online', 422, { guidance: text[request.lang].denunciation.sentences })
    return { input: parseInput(PetitionInput, raw, labels), scope: request.scope, site: request.site }
  }

  async function filedJson(request: FastifyRequest, { petition, secret, clocks: acknowledged }: Filed) {
    const clocks = acknowledged ?? (await listClocks(db, request.scope, matterOf(petition)))
    return {
      code: petition.code,
      secret,
      kind: petition.kind,
      status: 'received',
      receivedAt: instantText(petition.receivedAt),
      clocks: clocks.map(clockJson),
    }
  }
}

function codeOf(request: FastifyRequest): string {
  return (request.params as { code: string }).code
}
