import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../../shared/lang.ts'
import type { Chrome } from '../../ui/index.ts'
import { type Actor, type Authority, hasRole } from '../accounts/index.ts'
import { text } from './text.ts'

const officers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'auditor'] as const

const receivers = ['receptionOfficer', 'chairman', 'auditor'] as const

/** Where one can go from any page, for this person. Nothing is listed that does not exist. */
export function navigation(
  lang: Lang,
  site: Authority & { address?: string },
  actor: Actor | null,
  /** Figures of visits. */
  figures: ComponentChildren,
): Pick<Chrome, 'site' | 'nav' | 'footer'> {
  const { nav, footer, demoNotice } = text[lang]
  return {
    site: { authorityName: site.name, shortName: site.shortName, demo: site.demo, demoNotice },
    nav: [
      { href: '/', text: nav.home },
      { href: '/gui-don', text: nav.file },
      { href: '/tra-cuu', text: nav.track },
      { href: '/don', text: nav.register },
      { href: '/thong-ke', text: nav.statistics },
      // Who receives citizens goes to the desk; everybody else to the schedule.
      { href: hasRole(actor, ...receivers) ? '/lam-viec/tiep-dan' : '/lich-tiep-dan', text: nav.reception },
      ...(hasRole(actor, ...officers) ? [{ href: '/lam-viec', text: nav.office }] : []),
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
            <a href={localPath(lang, '/tinh-han')}>{footer.count}</a>
            <br />
            <a href={localPath(lang, '/du-lieu-ca-nhan')}>{footer.personalData}</a>
            <br />
            <a href={localPath(lang, '/du-lieu-mo')}>{footer.openData}</a>
            <br />
            <a href="/don.atom">{footer.feed}</a>
            <br />
            <a href="/api/openapi.json">{footer.api}</a>
          </p>
          <p>{footer.software}</p>
        </div>
      </>
    ),
  }
}
