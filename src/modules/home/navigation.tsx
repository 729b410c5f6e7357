import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../../shared/lang.ts'
import { type Chrome, safeHref } from '../../ui/index.ts'
import { type Actor, type Authority, hasRole } from '../accounts/index.ts'
import { isOurs, labelOf, type MenuItem, type MenuPlace, type SiteMenus } from '../site/index.ts'
import { type HomeText, text } from './text.ts'

const officers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'auditor'] as const

/** Who reads what people write in public: those who decide, and the Front, which supervises them. */
const moderators = ['editor', 'chairman', 'auditor'] as const

const receivers = ['receptionOfficer', 'chairman', 'auditor'] as const

const RECEPTION = '/lich-tiep-dan'
const MAIN = {
  home: '/',
  news: '/tin-tuc',
  file: '/gui-don',
  track: '/tra-cuu',
  register: '/don',
  promises: '/loi-hua',
  statistics: '/thong-ke',
  reception: RECEPTION,
  search: '/tim-kiem',
} as const
const FOOTER = {
  contact: '/lien-he',
  organisation: '/co-cau-to-chuc',
  count: '/tinh-han',
  personalData: '/du-lieu-ca-nhan',
  openData: '/du-lieu-mo',
  documents: '/van-ban',
  polls: '/tham-do',
  publicLog: '/so-cong-khai',
  feed: '/don.atom',
  api: '/api/openapi.json',
} as const

/** Who receives citizens goes to the desk; everybody else to the schedule. */
function placeFor(href: string, actor: Actor | null): string {
  return href === RECEPTION && hasRole(actor, ...receivers) ? '/lam-viec/tiep-dan' : href
}

/** What is no page has one address in both languages. */
const isFile = (href: string) => /^\/api\/|\.[a-z]+$/.test(href)

function entry<Part extends 'nav' | 'footer'>(href: string, part: Part, name: keyof HomeText[Part]): MenuItem {
  return { label: text.vi[part][name] as string, labelEn: text.en[part][name] as string, href }
}

/** The public menus that come with the software; an editor may put others in their place. */
export const builtInMenus: Readonly<Record<MenuPlace, readonly MenuItem[]>> = {
  main: (['home', 'news', 'file', 'track', 'register', 'promises', 'statistics', 'reception', 'search'] as const).map((name) =>
    entry(MAIN[name], 'nav', name),
  ),
  footer: (['contact', 'organisation', 'count', 'personalData', 'documents', 'openData', 'publicLog', 'polls', 'feed', 'api'] as const).map(
    (name) => entry(FOOTER[name], 'footer', name),
  ),
}

/** Where one can go from any page, for this person. Nothing is listed that does not exist. */
export function navigation(
  lang: Lang,
  site: Authority & { address?: string },
  actor: Actor | null,
  { menus = {}, figures }: { menus?: SiteMenus; figures?: ComponentChildren } = {},
): Pick<Chrome, 'site' | 'nav' | 'footer'> {
  const { nav, footer, demoNotice } = text[lang]
  const main = menus.main?.items ?? builtInMenus.main
  const foot = menus.footer?.items ?? builtInMenus.footer
  return {
    site: { authorityName: site.name, shortName: site.shortName, demo: site.demo, demoNotice },
    nav: [
      ...main.map((item) => ({ href: placeFor(item.href, actor), text: labelOf(item, lang) })),
      ...(hasRole(actor, ...officers) ? [{ href: '/lam-viec', text: nav.office }] : []),
      ...(hasRole(actor, 'caseOfficer', 'unitHead') ? [{ href: '/lam-viec/viec-cua-toi', text: nav.ownTasks }] : []),
      ...(hasRole(actor, 'unitHead', 'chairman') ? [{ href: '/lam-viec/viec-cua-co-quan', text: nav.unitTasks }] : []),
      ...(hasRole(actor, 'editor', 'chairman', 'unitHead', 'auditor') ? [{ href: '/lam-viec/chuong-trinh', text: nav.plans }] : []),
      ...(hasRole(actor, 'editor', 'chairman') ? [{ href: '/lam-viec/tin-bai', text: nav.newsroom }] : []),
      ...(hasRole(actor, 'editor', 'chairman') ? [{ href: '/lam-viec/van-ban', text: nav.documents }] : []),
      ...(hasRole(actor, 'editor')
        ? [
            { href: '/lam-viec/tham-do', text: nav.polls },
            { href: '/lam-viec/menu/dau', text: nav.menus },
          ]
        : []),
      ...(hasRole(actor, ...moderators) ? [{ href: '/lam-viec/kiem-duyet', text: nav.moderation }] : []),
      ...(hasRole(actor, 'administrator') ? [{ href: '/lam-viec/quan-tri', text: nav.admin }] : []),
      ...(hasRole(actor, 'resident') ? [{ href: '/tai-khoan/don', text: nav.mine }] : []),
    ],
    footer: (
      <>
        <div>
          <b>{footer.reception}</b>
          <p>
            <a href={localPath(lang, '/lich-tiep-dan')}>{footer.book}</a>
          </p>
          <p>{footer.motto}</p>
        </div>
        {figures}
        <div>
          <b>{footer.data}</b>
          <p>
            {foot.map((item) => (
              <>
                <a href={safeHref(isOurs(item.href) && !isFile(item.href) ? localPath(lang, item.href) : item.href)}>
                  {labelOf(item, lang)}
                </a>
                <br />
              </>
            ))}
          </p>
          <p>{footer.software}</p>
        </div>
      </>
    ),
  }
}
