import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from '../../../platform/http/index.ts'
import { canonicalJson } from '../../../shared/canonical-json.ts'
import { localPath } from '../../../shared/lang.ts'
import { utf8 } from '../../../shared/tlog/bytes.ts'
import { checkReceipt } from '../../../shared/tlog/check-receipt.ts'
import { leafHash } from '../../../shared/tlog/merkle.ts'
import { withoutWords } from '../../../shared/tlog/receipt.ts'
import { formatShort } from '../../../shared/tlog/short-receipt.ts'
import { sendPage } from '../../../ui/page.tsx'
import { checkPaths } from '../../log/index.ts'
import { normaliseCode } from '../access.ts'
import { findOwnCase } from '../citizen/find-petition.ts'
import type { CitizenOptions } from '../citizen/options.ts'
import { findReceipt } from '../receipt.ts'
import { ReceiptSlipPage } from './slip-page.tsx'
import { text } from './text.ts'

interface ByCode {
  Params: { code: string }
}

/** Letters of the large square: 145 small squares a side, which a phone's picture of a palm's width still tells apart. */
const MOST_IN_SQUARE = 1_900
/** The first public step of a case: that it was received. */
const RECEIVED = 1
const SOON = '2'

/** `/don/{code}/phieu`: the receipt on paper, and as a file, for who opened the case with its secret. */
export const receiptSlipRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db } = options

  app.get<ByCode>('/don/:code/phieu', async (request, reply) => {
    const own = await findOwn(request)
    if (!own) return toLookup(request, reply)
    const { lang } = request
    const { petition, receipt } = own
    const checked = receipt && checkReceipt(receipt, { keys: [], witnesses: [] })
    if (checked && !checked.ok) throw new Error(`A receipt was made that is wrong in its ${checked.part}.`)
    const short = checked ? formatShort({ index: checked.index, hash: leafHash(utf8(canonicalJson(checked.statement))) }) : ''
    const full = receipt && new TextDecoder().decode(withoutWords(receipt)).trim()
    if (!receipt) reply.header('retry-after', SOON)
    return sendPage(
      request,
      reply,
      { title: text[lang].title(petition.code), noindex: true, current: '/tra-cuu', islands: ['print'], status: receipt ? 200 : 202 },
      <ReceiptSlipPage
        lang={lang}
        site={request.site}
        petition={petition}
        receipt={checked || null}
        shortUrl={`${originOf(options, request)}${localPath(lang, checkPaths.short(short))}`}
        full={full && utf8(full).length <= MOST_IN_SQUARE ? full : null}
      />,
    )
  })

  app.get<ByCode>('/don/:code/phieu.json', { schema: { hide: true } }, async (request, reply) => {
    const own = await findOwn(request)
    if (!own) return toLookup(request, reply)
    if (!own.receipt) return reply.redirect(localPath(request.lang, `/don/${own.petition.code}/phieu`), 303)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${own.petition.code}-${RECEIVED}.phieu.json"`)
      .send(Buffer.from(own.receipt))
  })

  async function findOwn(request: FastifyRequest<ByCode>) {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return null
    const { petition } = access
    return { petition, receipt: await findReceipt(db, request.scope, { petition, seq: RECEIVED, isFiler: true }) }
  }

  /** Unknown, and not opened here: the same way to the same form. */
  function toLookup(request: FastifyRequest<ByCode>, reply: FastifyReply) {
    return reply.redirect(localPath(request.lang, `/tra-cuu?ma=${encodeURIComponent(normaliseCode(request.params.code))}`), 303)
  }
}
