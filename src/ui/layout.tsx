import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../shared/lang.ts'
import type { Assets } from './assets.ts'
import { type IdleSession, IdleWarning } from './idle-warning.tsx'
import { LangContext } from './lang-context.ts'
import { SiteHeader, type SiteHeaderProps } from './site-header.tsx'
import { type ArticleFacts, SocialHead } from './social-head.tsx'
import { text } from './text.ts'

/** Small scripts of `src/islands`; a page names those that it uses. `error-focus` is on every page with a form. */
export type IslandName =
  | 'article-editor'
  | 'draft'
  | 'office-keys'
  | 'char-count'
  | 'copy'
  | 'pick-location'
  | 'photo'
  | 'print'
  | 'quote-link'
  | 'rating'
  | 'idle'
  | 'comment-form'
  | 'error-focus'
  | 'similar'
  | 'receipt-check'

export interface LayoutProps extends SiteHeaderProps {
  title: string
  description?: string | undefined
  assets: Assets
  islands?: readonly IslandName[] | undefined
  noindex?: boolean | undefined
  /** `https://…` where the site is reached from outside; null: not known. */
  origin?: string | null | undefined
  /** The page is a piece of news. */
  article?: ArticleFacts | undefined
  /** Atom feeds of this page. */
  feeds?: readonly { href: string; title: string }[] | undefined
  /** Full width, for dense tables. */
  wide?: boolean | undefined
  /** Officers' screens: denser type and spacing. */
  office?: boolean | undefined
  /** First in `main`, from edge to edge. */
  hero?: ComponentChildren
  /** The session of who is signed in: how long it may be left alone, and whose typed words are kept when it ends. */
  idle?: IdleSession | undefined
  /** What stands in the footer beside the name of the authority. */
  footer?: ComponentChildren
  children?: ComponentChildren
}

/** The whole `<html>`; the caller writes `<!doctype html>` before it. */
export function Layout(props: LayoutProps) {
  const {
    lang,
    path,
    title,
    description,
    site,
    assets,
    islands = [],
    noindex,
    origin,
    article,
    feeds = [],
    wide,
    office,
    hero,
    footer,
    idle,
    csrf,
    children,
  } = props
  const words = text[lang]
  const other: Lang = lang === 'vi' ? 'en' : 'vi'
  const classes = [office && 'office', wide && 'wide'].filter(Boolean).join(' ')
  return (
    <LangContext.Provider value={lang}>
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} – ${words.brand} · ${site.shortName}`}</title>
          {description && <meta name="description" content={description} />}
          {noindex && <meta name="robots" content="noindex" />}
          <meta name="theme-color" content="#6d1216" />
          {assets.fonts.map((href) => (
            <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="stylesheet" href={assets.css} />
          {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
          {!noindex && <link rel="alternate" hreflang={other} href={localPath(other, path)} />}
          {!noindex && (
            <SocialHead
              {...{ lang, path, origin, title, description, article }}
              siteName={`${words.brand} · ${site.shortName}`}
              authorityName={site.authorityName}
            />
          )}
          {feeds.map((feed) => (
            <link rel="alternate" type="application/atom+xml" title={feed.title} href={localPath(lang, feed.href)} />
          ))}
          {(idle ? [...islands, 'idle' as const] : islands).map((name) => {
            const src = assets.scripts[name]
            return src && <script type="module" src={src} />
          })}
        </head>
        <body class={classes || undefined}>
          <a class="skip" href="#noi-dung">
            {words.skip}
          </a>
          <SiteHeader {...props} />
          {idle && csrf && <IdleWarning lang={lang} csrf={csrf} session={idle} />}
          <main id="noi-dung" tabindex={-1}>
            {hero}
            <div class="wrap content">{children}</div>
          </main>
          <footer class="site-footer">
            <div class="wrap">
              <div>
                <b>{`${words.brand} · ${site.shortName}`}</b>
                <p>{site.authorityName}</p>
              </div>
              {footer}
            </div>
          </footer>
        </body>
      </html>
    </LangContext.Provider>
  )
}
