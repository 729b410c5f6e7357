import { civilDateOf } from '../../../shared/civil-date.ts'
import { longInstant, number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Details, ErrorSummary, Notice, PageHead, Tag } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { Document, Passage } from '../document.ts'
import type { DocumentFile } from '../document-files.ts'
import type { Edition } from '../edition-repository.ts'
import type { DocumentAct } from '../lifecycle.ts'
import type { LinkedDocument } from '../link-repository.ts'
import { paths } from '../paths.ts'
import { isShown } from '../rules.ts'
import { text } from '../text.ts'
import { ActForm, type Attempt, RemoveLink } from './act-forms.tsx'
import { documentName, Facts } from './facts.tsx'
import { FilePanel } from './file-panel.tsx'
import { TextView } from './text-view.tsx'

export interface OfficeDocumentProps {
  lang: Lang
  csrf: string
  document: Document
  passages: readonly Passage[]
  editions: readonly Edition[]
  links: readonly LinkedDocument[]
  files: readonly DocumentFile[]
  history: readonly Entry[]
  acts: readonly DocumentAct[]
  attempt?: Attempt | undefined
  done?: boolean | undefined
  fileProblems?: readonly string[] | undefined
}

/** A document at the keepers' desk: what may be done, its editions, files and links, and what happened. */
export function OfficeDocumentPage(props: OfficeDocumentProps) {
  const { lang, csrf, document, passages, history, acts, attempt, done, files, fileProblems = [] } = props
  const words = text[lang]
  const { office } = words
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead
        title={documentName(document)}
        tags={<Tag tone={isShown(document) ? 'ok' : 'neutral'}>{words.status[document.status]}</Tag>}
      />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {office.done}
        </Notice>
      )}
      <h2>{office.facts}</h2>
      <Facts lang={lang} document={document} />
      {isShown(document) && (
        <p>
          <a href={localPath(lang, paths.one(document.slug))}>{office.seeAsReader}</a>
        </p>
      )}
      <h2>{office.acts}</h2>
      {acts.length === 0 && <p>{office.noActs}</p>}
      {acts.map((act) => (
        <ActForm lang={lang} csrf={csrf} document={document} act={act} attempt={attempt} />
      ))}
      <Editions {...props} />
      <FilePanel lang={lang} csrf={csrf} document={document} files={files} mayChange={acts.includes('edit')} problems={fileProblems} />
      <Links {...props} />
      <h2>{office.text}</h2>
      {passages.length === 0 ? (
        <p class="muted">{office.noText}</p>
      ) : (
        <Details summary={`${office.text} (${number(lang, passages.length)})`}>
          <TextView lang={lang} passages={passages} citations={new Map()} />
        </Details>
      )}
      <h2>{office.history}</h2>
      <ul>
        {history.map((entry) => (
          <li>
            {longInstant(lang, entry.at)}: {words.event[entry.type]} ({words.role[entry.actorRole ?? ''] ?? '–'})
            {entry.words['reason'] && <> – {entry.words['reason']}</>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Editions({ lang, document, editions }: OfficeDocumentProps) {
  const { office, page } = text[lang]
  return (
    <>
      <h2>{office.editions}</h2>
      {editions.length === 0 && <p class="muted">{office.noText}</p>}
      <ul>
        {editions.map(({ edition, madeAt }) => (
          <li>
            {page.edition(number(lang, edition), shortDate(civilDateOf(madeAt)))}
            {edition > 1 && (
              <>
                {' – '}
                <a href={localPath(lang, paths.changes(document.slug, edition))}>
                  {office.changesLink} <span class="govuk-visually-hidden">{number(lang, edition)}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Links({ lang, csrf, document, links, acts }: OfficeDocumentProps) {
  const words = text[lang]
  return (
    <>
      <h2>{words.office.links}</h2>
      {links.length === 0 && <p class="muted">{words.office.noLinks}</p>}
      <ul>
        {links.map((one) => (
          <li>
            {words.links[one.way][one.link]}: <a href={localPath(lang, paths.officeOne(one.slug))}>{documentName(one)}</a>
            {one.way === 'to' && acts.includes('link') && <RemoveLink lang={lang} csrf={csrf} document={document} link={one} />}
          </li>
        ))}
      </ul>
    </>
  )
}
