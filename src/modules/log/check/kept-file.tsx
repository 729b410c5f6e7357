import { createHash } from 'node:crypto'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { LogTrust } from '../../../shared/tlog/short-receipt.ts'
import { LangContext } from '../../../ui/index.ts'
import { keptStyle } from './kept-style.ts'
import { CheckForm } from './pages/check-form.tsx'
import { text } from './text.ts'

export interface KeptFileProps {
  lang: Lang
  trust: LogTrust
  /** Where it was downloaded. */
  site: string
  on: CivilDate
  script: string
}

/** The checker as one file, which opens from a disk without a network: its own policy lets nothing in and nothing out. */
export function keptFile({ lang, trust, site, on, script }: KeptFileProps): string {
  const words = text[lang]
  // In a page a script ends at this mark, wherever it stands.
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const policy = [
    "default-src 'none'",
    `script-src '${digest(code)}'`,
    `style-src '${digest(keptStyle)}'`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const body = renderToString(
    (
      <LangContext.Provider value={lang}>
        <main>
          <h1>{words.title}</h1>
          <p>{words.kept.lead}</p>
          <section id="ket-qua" aria-label={words.result} tabindex={-1} data-receipt-result />
          <CheckForm lang={lang} trust={trust} csrf={null} />
          <footer>
            <p>{words.kept.from(site, shortDate(on))}</p>
            <p>{words.kept.keys}</p>
            {trust.keys.map((key) => (
              <p>
                <code>{key}</code>
              </p>
            ))}
          </footer>
        </main>
      </LangContext.Provider>
    ) as VNode,
  )
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><style>${keptStyle}</style>`
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}<script>${code}</script></body></html>\n`
}

function digest(content: string): string {
  return `sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}`
}
