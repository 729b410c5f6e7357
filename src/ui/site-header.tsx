import { type Lang, localPath } from '../shared/lang.ts'
import { BrandMark } from './brand-mark.tsx'
import { safeHref } from './safe-href.ts'
import { text } from './text.ts'

export interface NavItem {
  /** Vietnamese path, which the header turns into the page's language; or a web address. */
  href: string
  text: string
  count?: number | undefined
}

export interface Site {
  authorityName: string
  shortName: string
  demo: boolean
  /** What the banner of a demonstration says. */
  demoNotice?: string | undefined
}

export interface SiteHeaderProps {
  lang: Lang
  /** Vietnamese path of this page with its query: the language switch keeps it. */
  path: string
  site: Site
  nav: readonly NavItem[]
  /** `href` of the nav item that this page belongs to. */
  current?: string | undefined
  /** Who is signed in; null shows the link to sign in; undefined shows neither. */
  account?: { name: string; href: string; signOut?: string | undefined } | null | undefined
  signInHref?: string | undefined
  csrf?: string | undefined
}

function Account({ lang, account, signInHref = '/dang-nhap', csrf }: SiteHeaderProps) {
  if (account === undefined) return null
  if (account === null) return <a href={localPath(lang, signInHref)}>{text[lang].signIn}</a>
  return (
    <>
      <a href={localPath(lang, account.href)}>{account.name}</a>
      {account.signOut && csrf && (
        <form method="post" action={localPath(lang, account.signOut)}>
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="as-link" type="submit">
            {text[lang].signOut}
          </button>
        </form>
      )}
    </>
  )
}

/** Authority, account and language above; mark and main navigation below. */
export function SiteHeader(props: SiteHeaderProps) {
  const { lang, path, site, nav, current } = props
  const words = text[lang]
  const other: Lang = lang === 'vi' ? 'en' : 'vi'
  return (
    <header>
      {site.demo && (
        <div class="demo-banner">
          <div class="wrap">{site.demoNotice ?? words.demo}</div>
        </div>
      )}
      <div class="topbar">
        <div class="wrap">
          <span class="authority">{site.authorityName}</span>
          <span class="topbar-links">
            <Account {...props} />
            <a href={localPath(other, path)} lang={other} hreflang={other}>
              {words.otherLang}
            </a>
          </span>
        </div>
      </div>
      <div class="site-header">
        <div class="wrap">
          <a class="brand" href={localPath(lang, '/')}>
            <BrandMark />
            <span>
              <b>{words.brand}</b>
              <small>{site.shortName}</small>
            </span>
          </a>
          {nav.length > 0 && (
            <nav class="main-nav" aria-label={words.mainNav}>
              <ul>
                {nav.map((item) => (
                  <li>
                    <a
                      href={item.href.startsWith('/') ? localPath(lang, item.href) : safeHref(item.href)}
                      aria-current={item.href === current ? (item.href === path ? 'page' : 'true') : undefined}
                    >
                      {item.text}
                      {item.count !== undefined && <span class="count">{item.count}</span>}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </header>
  )
}
