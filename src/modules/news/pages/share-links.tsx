import { type Lang, localPath } from '../../../shared/lang.ts'
import { safeHref } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text as reportText } from '../reports/text.ts'
import { text } from '../text.ts'

interface ShareLinksProps {
  lang: Lang
  title: string
  address: string
  slug: string
}

/** Plain links: nothing of another site is loaded, nobody is told who reads. */
export function ShareLinks({ lang, title, address, slug }: ShareLinksProps) {
  const words = text[lang].public
  const query = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
  const links = [
    { href: `mailto:?${query({ subject: title, body: address })}`, text: words.share.mail },
    { href: `https://zalo.me/share?${query({ u: address })}`, text: words.share.zalo },
    { href: `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}`, text: words.share.facebook },
  ]
  return (
    <nav class="share no-print" aria-label={words.share.title}>
      <span data-copy class="share-address">
        {address}
      </span>
      <ul>
        <li>
          <a href={localPath(lang, paths.print(slug))}>{words.print}</a>
        </li>
        <li>
          <a href={localPath(lang, paths.report(slug))} data-quote-link="doan" rel="nofollow">
            {reportText[lang].link}
          </a>
        </li>
        {links.map((link) => (
          <li>
            <a href={safeHref(link.href)} rel="noopener noreferrer">
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
