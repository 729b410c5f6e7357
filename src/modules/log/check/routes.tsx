import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import { originOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { type Explanation, explain, explainUnchecked } from '../../../shared/receipt-check/explain.ts'
import { explainReceipt, sortHanded } from '../../../shared/receipt-check/handed.ts'
import { MAX_RECEIPT_BYTES } from '../../../shared/tlog/check-receipt.ts'
import { checkShort, type LogTrust } from '../../../shared/tlog/short-receipt.ts'
import { sendPage } from '../../../ui/page.tsx'
import { readSmallForm } from '../../files/index.ts'
import { keptFile } from './kept-file.tsx'
import { CheckPage } from './pages/check-page.tsx'
import { checkPaths } from './paths.ts'
import { text } from './text.ts'
import { findTrust, logFilesOf } from './trust.ts'

export interface LogCheckOptions {
  db: Db
  now: () => Date
  publicUrl: string | null
  /** The built script of the checker, for the file that people keep; null: not built, as in tests of routes, and there is no such file. */
  script: string | null
}

/** `/so-cong-khai/kiem-chung`: is a receipt true? The reader's own device answers; the server only where no scripts run. */
export const logCheckRoutes: FastifyPluginAsync<LogCheckOptions> = async (app, options) => {
  const { db, now } = options
  const trustOf = (request: FastifyRequest) => findTrust(db, request.scope)

  app.get<{ Querystring: { phieu?: unknown } }>(checkPaths.page, async (request, reply) => {
    const { phieu } = request.query
    const trust = await trustOf(request)
    return show(
      request,
      reply,
      trust,
      typeof phieu === 'string' && phieu !== '' ? await look(request, trust, Buffer.from(phieu), true) : undefined,
    )
  })

  app.post<{ Body: { text?: unknown } | undefined }>(checkPaths.page, { config: { takesFiles: true } }, async (request, reply) => {
    const trust = await trustOf(request)
    const sent = await readSent(request)
    // Only the file is read byte by byte: a text was through the hands of an editor.
    const explanation = sent ? await look(request, trust, sent.bytes, sent.pasted) : explainUnchecked(request.lang, 'unreadable')
    return show(request, reply, trust, explanation, sent?.pasted ? sent.bytes.toString('utf8') : undefined)
  })

  app.get(checkPaths.file, { schema: { hide: true } }, async (request, reply) => {
    if (options.script === null) throw new NotFound()
    const file = keptFile({
      lang: request.lang,
      trust: await trustOf(request),
      site: originOf(options, request),
      on: civilDateOf(now()),
      script: options.script,
    })
    return reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${text[request.lang].offline.name}"`)
      .send(file)
  })

  async function look(request: FastifyRequest, trust: LogTrust, bytes: Buffer, pasted: boolean): Promise<Explanation> {
    const { lang } = request
    const handed = sortHanded(bytes, { pasted })
    if (handed.kind === 'receipt') return explainReceipt(lang, handed.bytes, trust)
    if (handed.kind === 'other') return explainUnchecked(lang, 'unreadable')
    if (handed.site !== null && handed.site !== new URL(originOf(options, request)).host) return explainUnchecked(lang, 'shortElsewhere')
    const files = await logFilesOf(db, request.scope)
    return files ? explain(lang, await checkShort(handed.short, files, trust), { short: true }) : explainUnchecked(lang, 'unreached')
  }

  function show(request: FastifyRequest, reply: FastifyReply, trust: LogTrust, explanation?: Explanation, typed?: string) {
    const { lang } = request
    const head = {
      title: explanation ? `${explanation.title} · ${text[lang].title}` : text[lang].title,
      description: text[lang].lead,
      noindex: explanation !== undefined,
      current: '/so-cong-khai',
      islands: ['receipt-check', 'copy'] as const,
      status: explanation?.verdict === 'unreadable' ? 422 : 200,
    }
    return sendPage(
      request,
      reply,
      head,
      <CheckPage lang={lang} csrf={request.csrfToken()} trust={trust} explanation={explanation} typed={typed} />,
    )
  }
}

/** The file where there is one, else the text. A form without files comes in the plain encoding. */
async function readSent(
  request: FastifyRequest<{ Body: { text?: unknown } | undefined }>,
): Promise<{ bytes: Buffer; pasted: boolean } | null> {
  if (!request.isMultipart()) {
    const typed = request.body?.text
    return typeof typed === 'string' && typed.trim() !== '' ? { bytes: Buffer.from(typed), pasted: true } : null
  }
  const parts = await readSmallForm(request, 2 * MAX_RECEIPT_BYTES)
  request.checkCsrf(parts.get('_csrf')?.toString())
  const file = parts.get('receipt')
  if (file?.length) return { bytes: file, pasted: false }
  const typed = parts.get('text')
  return typed && typed.toString().trim() !== '' ? { bytes: typed, pasted: true } : null
}
