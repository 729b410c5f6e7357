import { renderToString } from 'preact-render-to-string'
import type { Db } from '../../platform/database.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Scope } from '../accounts/index.ts'
import { mattersOfAccount } from './account-matters.ts'
import type { DataRequest, MatterType } from './data-request.ts'
import type { Collected, Sources } from './source.ts'
import { text } from './text.ts'

/** Everything held about the filer of the matter, from every room that holds some. */
export async function collectAll(db: Db, scope: Scope, sources: Sources, request: DataRequest): Promise<Collected> {
  const head = { code: request.subjectCode, request: request.code }
  const { subjectType, subjectId } = request
  if (subjectType !== 'account') return { ...head, ...(await collectMatter(db, scope, sources, { type: subjectType, id: subjectId })) }
  const matters: Collected[] = []
  for (const { type, id, code } of await mattersOfAccount(db, scope, sources, subjectId))
    matters.push({ code, ...(await collectMatter(db, scope, sources, { type, id })) })
  const own: Collected[] = [await sources.account.collect(db, scope, subjectId)]
  for (const part of sources.ofAccount) own.push(await part.collect(db, scope, subjectId))
  for (const part of sources.parts) own.push(await part.collect(db, scope, { type: 'account', id: subjectId }))
  return { ...head, ...Object.assign({}, ...own), matters }
}

async function collectMatter(db: Db, scope: Scope, { of, parts }: Sources, matter: { type: MatterType; id: string }): Promise<Collected> {
  const collected = [await of[matter.type].collect(db, scope, matter.id)]
  for (const part of parts) collected.push(await part.collect(db, scope, matter))
  return Object.assign({}, ...collected) as Collected
}

/** One file that people read in a browser; programs read the JSON that it carries. */
export function copyDocument(lang: Lang, request: DataRequest, data: Collected): string {
  const words = text[lang].copy
  const json = JSON.stringify(data, null, 2)
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{words.title(request.subjectCode)}</title>
      </head>
      <body>
        <h1>{words.title(request.subjectCode)}</h1>
        <p>{words.lead}</p>
        <Value lang={lang} value={data} />
        <h2>{words.json}</h2>
        <pre>{json}</pre>
      </body>
    </html>,
  )}`
}

/** Any value, whatever the source gave: names of fields where we have them, the name in the data else. */
function Value({ lang, value }: { lang: Lang; value: unknown }) {
  const { names, none } = text[lang].copy
  if (value === null || value === undefined || value === '') return <>{none}</>
  if (value instanceof Date) return <>{value.toISOString()}</>
  if (Array.isArray(value)) {
    if (value.length === 0) return <>{none}</>
    return (
      <ol>
        {value.map((one) => (
          <li>
            <Value lang={lang} value={one} />
          </li>
        ))}
      </ol>
    )
  }
  if (typeof value !== 'object') return <>{String(value)}</>
  return (
    <dl>
      {Object.entries(value).flatMap(([name, one]) => [
        <dt>
          <b>{names[name] ?? name}</b>
        </dt>,
        <dd>
          <Value lang={lang} value={one} />
        </dd>,
      ])}
    </dl>
  )
}
