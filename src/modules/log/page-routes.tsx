import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/index.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { civilDate } from '../../shared/fields.ts'
import type { Lang } from '../../shared/lang.ts'
import { documentOf } from '../../ui/page.tsx'
import { listUnits, type Scope } from '../accounts/index.ts'
import { findLeaf, type LoggedLeaf, listLeaves, listLeavesOf, neighbourDays } from './list-leaves.ts'
import { findLogKey } from './log-keys.ts'
import { findArchive } from './mirror/archive.ts'
import { matterKey, type NamedMatter } from './pages/leaf-list.tsx'
import { LeafPage } from './pages/leaf-page.tsx'
import { CasePage, DayPage } from './pages/log-page.tsx'
import { MovesPage } from './pages/moves-page.tsx'
import { paths } from './paths.ts'
import { text } from './text.ts'
import { findHead, findHeadOver } from './tree-repository.ts'

/** What the log's pages ask of the other modules; put together in `log-words.ts`. */
export interface LogWords {
  /** Names of entry types. */
  events: Readonly<Record<Lang, Readonly<Record<string, string>>>>
  roles: Readonly<Record<Lang, Readonly<Record<string, string>>>>
  /** Names of rules of the law. */
  rules: Readonly<Record<Lang, Readonly<Record<string, string>>>>
  /** The matters of a type that everybody may open, of these. */
  matters: Readonly<Record<string, (scope: Scope, lang: Lang, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedMatter>>>>
  /** The case behind a code, if it is public. */
  findCase: (scope: Scope, code: string) => Promise<{ type: string; id: string } | null>
}

export interface LogPageOptions {
  db: Db
  cache: Pick<RenderCache, 'send'>
  now: () => Date
  words: LogWords
  /** Where the mirrors lie. */
  dataDir: string
}

/** Dropped when leaves were added or a mirror was made. */
export const LOG_TAG = 'log'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const after = z.preprocess(blankIsAbsent, z.string().max(200).optional())
const DayQuery = z.object({
  ngay: z.preprocess(blankIsAbsent, civilDate.optional()),
  viec: z.preprocess(blankIsAbsent, z.string().max(40).optional()),
  after,
})
const MovesQuery = z.object({ after })
const labels = { vi: text.vi.fields, en: text.en.fields }

/** `/so-cong-khai`: the log for people. */
export const logPageRoutes: FastifyPluginAsync<LogPageOptions> = async (app, { db, cache, now, words, dataDir }) => {
  app.get(paths.log, async (request, reply) => {
    const query = parseInput(DayQuery, request.query, labels)
    if (query.viec !== undefined) {
      const code = normaliseCode(query.viec)
      if (!/^[A-Z0-9-]+$/.test(code)) throw new NotFound()
      return cache.send(request, reply, { key: paths.ofCase(code), tags: [LOG_TAG], render: () => casePage(request, code) })
    }
    const today = civilDateOf(now())
    const day = (query.ngay ?? today) as CivilDate
    const shown = { day, today, after: query.after ?? null }
    const key = `${paths.day(day)} ${today} ${shown.after}`
    return cache.send(request, reply, { key, tags: [LOG_TAG], render: () => dayPage(request, shown) })
  })

  app.get(paths.moves, async (request, reply) => {
    const cursor = parseInput(MovesQuery, request.query, labels).after ?? null
    const render = async () => {
      const { lang, scope } = request
      const { items, next } = await listLeaves(db, scope, { moves: true }, cursor)
      const { title, lead: description } = text[lang].moves
      return documentOf(
        { ...request.publicChrome(), path: cursor ? `${paths.moves}?after=${cursor}` : paths.moves },
        { title, description, current: paths.log },
        <MovesPage {...(await named(request, items))} next={next} />,
      )
    }
    return cache.send(request, reply, { key: `${paths.moves} ${cursor}`, tags: [LOG_TAG], render })
  })

  app.get<{ Params: { position: string } }>('/so-cong-khai/dong/:position', async (request, reply) => {
    const { position } = request.params
    if (!/^(0|[1-9]\d{0,14})$/.test(position)) throw new NotFound()
    const { lang, scope } = request
    const [logged, over, head] = await Promise.all([
      findLeaf(db, scope, Number(position)),
      findHeadOver(db, scope, Number(position)),
      findHead(db, scope),
    ])
    if (!logged || !over || !head) throw new NotFound()
    const render = async () =>
      documentOf(
        { ...request.publicChrome(), path: paths.leaf(logged.position) },
        { title: text[lang].leaf.title(position), current: paths.log },
        <LeafPage {...(await named(request, [logged]))} logged={logged} signedSize={over.size} size={head.size} />,
      )
    return cache.send(request, reply, { key: paths.leaf(logged.position), tags: [LOG_TAG], render })
  })

  async function dayPage(request: FastifyRequest, { day, today, after }: { day: CivilDate; today: CivilDate; after: string | null }) {
    const { lang, scope } = request
    const [{ items, next }, days, state] = await Promise.all([
      listLeaves(db, scope, { day }, after),
      neighbourDays(db, scope, day),
      stateOf(scope),
    ])
    const path = day === today && !after ? paths.log : `${paths.day(day)}${after ? `&after=${after}` : ''}`
    const { documentTitle: title, lead: description } = text[lang]
    return documentOf(
      { ...request.publicChrome(), path },
      { title, description, current: paths.log },
      <DayPage {...(await named(request, items))} {...state} day={day} today={today} days={days} next={next} />,
    )
  }

  async function casePage(request: FastifyRequest, code: string) {
    const { lang, scope } = request
    const matter = await words.findCase(scope, code)
    const [leaves, state] = await Promise.all([matter ? listLeavesOf(db, scope, matter) : [], stateOf(scope)])
    return documentOf(
      { ...request.publicChrome(), path: paths.ofCase(code) },
      { title: text[lang].ofCase.title(code), current: paths.log, noindex: true },
      <CasePage {...(await named(request, leaves))} {...state} code={code} found={matter !== null} />,
    )
  }

  async function stateOf(scope: Scope) {
    const [head, key, archive] = await Promise.all([findHead(db, scope), findLogKey(db, scope), findArchive(dataDir, scope)])
    return { head, vkey: key?.vkey, archive, now: now() }
  }

  /** The leaves with the names of what they name, as far as everybody may know it. */
  async function named({ lang, scope }: FastifyRequest, leaves: readonly LoggedLeaf[]) {
    const units = new Map((await listUnits(db, scope)).map(({ id, shortName }) => [id, shortName]))
    const matters = new Map<string, NamedMatter>()
    for (const [type, ids] of Map.groupBy(
      leaves.map(({ leaf }) => leaf.matter),
      ({ type }) => type,
    )) {
      const found = await words.matters[type]?.(scope, lang, [...new Set(ids.map(({ id }) => id))])
      for (const [id, matter] of found ?? []) matters.set(matterKey({ type, id }), matter)
    }
    return {
      lang,
      leaves,
      names: { events: { ...words.events[lang], ...text[lang].event }, rules: words.rules[lang], units },
      matters,
      roles: words.roles[lang],
    }
  }
}
