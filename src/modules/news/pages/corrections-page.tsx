import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, EmptyState, Notice, PageHead } from '../../../ui/index.ts'
import type { Article, Category, Edition } from '../article.ts'
import type { Correction } from '../corrections.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { DiffView } from './diff-view.tsx'

interface CorrectionsPageProps {
  lang: Lang
  article: Article
  /** The newest first. */
  corrections: readonly Correction[]
  categories: readonly Category[]
  /** The one that is looked at; its texts only when everybody may see them. */
  chosen: { correction: Correction; texts: { old: Edition; next: Edition } | null } | null
}

/** What changed in an article since it was first published, when and why; for everybody. */
export function CorrectionsPage({ lang, article, corrections, categories, chosen }: CorrectionsPageProps) {
  const words = text[lang].public.corrections
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.list), text: text[lang].public.title },
          { href: localPath(lang, paths.article(article.slug)), text: article.title },
        ]}
        current={words.title}
      />
      <PageHead title={words.title} lead={words.lead} />
      {corrections.length === 0 && <EmptyState title={words.none} />}
      <ol class="corrections" reversed>
        {corrections.map((correction) => (
          <li>
            <p>
              <b>
                <time dateTime={correction.at.toISOString()}>{longInstant(lang, correction.at)}</time>
              </b>
              {' · '}
              {text[lang].event[correction.type]}
              {correction.reason && (
                <>
                  <br />
                  {text[lang].public.reason}: {correction.reason}
                </>
              )}
              <br />
              {correction.open ? (
                <a
                  href={localPath(lang, paths.correction(article.slug, correction.edition))}
                  aria-current={chosen?.correction.edition === correction.edition ? 'true' : undefined}
                >
                  {words.see} <span class="govuk-visually-hidden">{longInstant(lang, correction.at)}</span>
                </a>
              ) : (
                <span class="muted">{words.closed}</span>
              )}
            </p>
          </li>
        ))}
      </ol>
      {chosen && (
        <section class="part" id="khac" aria-labelledby="khac-title">
          <h2 id="khac-title">{words.difference(longInstant(lang, chosen.correction.at))}</h2>
          {chosen.texts ? (
            <>
              <p class="muted">{words.how}</p>
              <DiffView lang={lang} {...chosen.texts} categories={categories} level={3} />
            </>
          ) : (
            <Notice>{words.closed}</Notice>
          )}
        </section>
      )}
    </>
  )
}
