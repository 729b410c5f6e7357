import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { DomainError, InvalidInput } from '../../../shared/errors.ts'
import type { FormProblem, FormRefusal } from '../../../shared/form-refusal.ts'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { discardUploads, filesText, type MultipartInput, readMultipart } from '../../files/index.ts'
import { secondsOpen, signOpening } from '../../moderation/index.ts'
import { identityOn, isMarked, limitSending, readerOf, rememberReader } from '../../readers/index.ts'
import {
  findRound,
  MOST_PHOTOS,
  peoplesText,
  roundMatter,
  sayVerdict,
  TRAP,
  VerdictFormPage,
  VerdictInput,
  VerdictThanksPage,
  verdictLabels,
} from '../../verdicts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { type Task, taskMatter } from '../task.ts'
import { getJudged } from './find-judged.ts'
import { judgedTask } from './judged-task.ts'
import { keepWritten, writtenFrom } from './written-cookie.ts'

type ByCode = { Params: { code: string }; Querystring: { xong?: string } }
type Typed = Record<string, string>

/**
 * `/loi-hua/viec/{code}/nhan-xet`: the form, its answer and the thanks; no account and no script needed. Whoever opens the form is given the
 * token of a reader, so that a double press is one verdict; whoever only reads the item's page is given nothing.
 */
export async function verdictFormRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, appKey, now, files } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false
  const address = '/loi-hua/viec/:code/nhan-xet'

  app.get<ByCode>(address, async (http, reply) => {
    const { lang, query } = http
    const { task, judged } = await getJudged(db, http.scope, http.params.code)
    if (query.xong === undefined) return showForm(http, reply, task)
    const page = <VerdictThanksPage lang={lang} about={judged} written={writtenFrom(http, task.code)} />
    return sendPage(http, reply, { title: `${peoplesText[lang].thanks.title}: ${task.code}`, noindex: true, current: paths.list }, page)
  })

  app.post<ByCode>(address, { config: { takesFiles: true } }, async (http, reply) => {
    limitSending(http)
    const { task } = await getJudged(db, http.scope, http.params.code)
    let typed: Typed = {}
    let sent: MultipartInput = { fields: {}, uploads: [], refused: [] }
    try {
      const guard = (fields: Readonly<Typed>) => {
        typed = { ...fields }
        http.checkCsrf(fields['_csrf'])
      }
      sent = await readMultipart(http, files, { maxFiles: MOST_PHOTOS, guard })
      typed = sent.fields
      const { _csrf, opened, photos: _, [TRAP]: trap, ...fields } = typed
      const problems = photoProblems(http.lang, sent)
      if (problems.length > 0) throw new WrongPhotos(problems)
      const written = await sayVerdict({ ...options, subjects: { task: judgedTask } }, http.scope, {
        site: http.site,
        subject: taskMatter(task),
        ...parseInput(VerdictInput, fields, verdictLabels),
        uploads: sent.uploads,
        reader: readerOf(http),
        address: http.ip,
        filled: { seconds: secondsOpen(appKey, `verdict:${task.id}`, opened, now()), trap: Boolean(trap) },
        ourForm: true,
      })
      keepWritten(reply, task.code, written, secure)
      return await reply.redirect(localPath(http.lang, `${paths.verdict(task.code)}?xong=1`), 303)
    } catch (error) {
      await discardUploads(files, sent.uploads)
      return showForm(http, reply, task, refused(http, error, typed))
    }
  })

  async function showForm(http: FastifyRequest, reply: FastifyReply, task: Task, refusal?: FormRefusal) {
    const { lang, scope } = http
    const { judged } = await getJudged(db, scope, task.code)
    const reader = judged.open ? rememberReader(http, reply, secure) : readerOf(http)
    const round = await findRound(db, scope, taskMatter(task))
    const identity = round && identityOn(appKey, scope, roundMatter(round), reader)
    const hasGiven = Boolean(round && identity && (await isMarked(db, scope, roundMatter(round), identity)))
    return sendPage(
      http,
      reply,
      {
        title: `${peoplesText[lang].form.title}: ${task.code}`,
        noindex: true,
        current: paths.list,
        status: refusal?.status,
        islands: ['error-focus', 'char-count', 'photo'],
      },
      <VerdictFormPage
        lang={lang}
        csrf={http.csrfToken()}
        about={judged}
        action={paths.verdict(task.code)}
        opened={refusal?.typed['opened'] || signOpening(appKey, `verdict:${task.id}`, now())}
        hasGiven={hasGiven}
        refusal={refusal}
      />,
    )
  }
}

/** Files that are no photos, or too many of them. */
class WrongPhotos extends InvalidInput {
  readonly sentences: readonly FormProblem[]
  constructor(sentences: readonly FormProblem[]) {
    super([])
    this.sentences = sentences
  }
}

function photoProblems(lang: Lang, { uploads, refused }: MultipartInput): FormProblem[] {
  const words = peoplesText[lang].form
  const field = 'photos'
  const tooMany = refused.some(({ code }) => code === 'too_many_files')
  return [
    ...uploads
      .filter(({ mediaType }) => mediaType !== 'image/jpeg')
      .map(({ originalName }) => ({ field, text: words.onlyPhotos(originalName) })),
    ...refused
      .filter(({ code }) => code !== 'too_many_files')
      .map(({ code, filename }) => ({
        field,
        text: code === 'file_type_refused' ? words.onlyPhotos(filename) : filesText[lang].refused[code](filename),
      })),
    ...(tooMany ? [{ field, text: words.tooMany(number(lang, MOST_PHOTOS)) }] : []),
  ]
}

/** Beside wrong fields, an expired form and too many from one address come back as the form too: the words must not be lost. */
function refused(http: FastifyRequest, error: unknown, typed: Typed): FormRefusal {
  if (error instanceof WrongPhotos) return { status: 422, problems: error.sentences, typed }
  const keepsWords = error instanceof DomainError && (error.code === 'form_expired' || error.status === 429)
  if (!keepsWords) return { ...refusalOf(http, error), typed }
  const sentence = error.code === 'form_expired' ? peoplesText[http.lang].form.expired : http.describe(error).detail
  return { status: error.status, problems: [{ field: '', text: sentence }], typed }
}
