import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, Doors, ErrorSummary, Notice, PageHead } from '../../../ui/index.ts'
import type { PageProps } from '../../../ui/page.tsx'
import { type FormProblem, statusOf } from '../form-problems.ts'
import { text } from './text.ts'

export const ADMIN = '/lam-viec/quan-tri'

/** What every page of administration is; after a refusal it has the refusal's status. */
export function headOf(title: string, error: unknown): PageProps {
  return { title, noindex: true, office: true, islands: ['error-focus'], status: error === undefined ? 200 : statusOf(error) }
}

export interface FrameProps {
  lang: Lang
  title: string
  problems?: readonly FormProblem[]
  saved?: boolean
  /** Between the index and this page. */
  crumbs?: readonly { href: string; text: string }[]
  children?: ComponentChildren
}

/** What every page of administration has around it. */
export function AdminFrame({ lang, title, problems = [], saved, crumbs = [], children }: FrameProps) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, ADMIN), text: words.title },
          ...crumbs.map((crumb) => ({ href: localPath(lang, crumb.href), text: crumb.text })),
        ]}
        current={title}
      />
      <ErrorSummary problems={problems} />
      {saved && problems.length === 0 && (
        <Notice tone="ok" live>
          {words.saved}
        </Notice>
      )}
      <PageHead title={title} />
      {children}
    </>
  )
}

/** A further room of administration, of another module. */
export interface AdminLink {
  href: string
  title: Record<Lang, string>
  hint: Record<Lang, string>
}

export function AdminIndexPage({ lang, links }: { lang: Lang; links: readonly AdminLink[] }) {
  const words = text[lang]
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Doors
        items={[
          { href: localPath(lang, `${ADMIN}/don-vi`), title: words.units.title, text: words.units.hint },
          { href: localPath(lang, `${ADMIN}/nguoi-dung`), title: words.people.title, text: words.people.hint },
          { href: localPath(lang, `${ADMIN}/cap-tren`), title: words.superiors.title, text: words.superiors.hint },
          { href: localPath(lang, `${ADMIN}/phien`), title: words.sessions.title, text: words.sessions.door },
          ...links.map((link) => ({ href: localPath(lang, link.href), title: link.title[lang], text: link.hint[lang] })),
        ]}
      />
    </>
  )
}

/** The one time that a generated password is seen. */
export function PasswordOncePage({
  lang,
  person,
  password,
}: {
  lang: Lang
  person: { personId: string; name: string; username: string }
  password: string
}) {
  const words = text[lang].people
  return (
    <>
      <PageHead title={words.onceTitle} />
      <p>{words.onceLead(person.name)}</p>
      <Notice>
        <p>
          {words.username}: <b>{person.username}</b>
        </p>
        <p>
          {words.onceTitle}: <code>{password}</code>
        </p>
      </Notice>
      <ButtonLink href={localPath(lang, `${ADMIN}/nguoi-dung/${person.personId}`)}>{words.onceDone}</ButtonLink>
    </>
  )
}
