import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, PageHead, Tag } from '../../../ui/index.ts'
import { type Consent, textOfVersion } from '../../personal-data/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

const tones = { given: 'ok', refused: 'neutral', withdrawn: 'late' } as const

/** What was agreed to in one matter: when, by which sentence, and what holds now. */
export function ConsentsPage({ lang, code, consents }: { lang: Lang; code: string; consents: readonly Consent[] }) {
  const { consents: words } = text[lang]
  const { head } = words
  // The last word on each purpose holds.
  const isCurrent = (one: Consent) => consents.findLast(({ purpose }) => purpose === one.purpose)?.id === one.id
  const givenBefore = (one: Consent) =>
    consents.slice(0, consents.indexOf(one)).some(({ purpose, given }) => given && purpose === one.purpose)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.consents), text: words.title }]} current={code} />
      <PageHead title={words.of(code)} lead={words.lead} />
      <DataTable
        caption={words.title}
        captionHidden
        stack
        head={[head.at, head.purpose, head.said, head.by, head.words].map((name) => ({ text: name }))}
        rows={consents.map((one) => {
          const said = one.given ? 'given' : givenBefore(one) ? 'withdrawn' : 'refused'
          return {
            cells: [
              longInstant(lang, one.at),
              words.purpose[one.purpose],
              <>
                <Tag tone={tones[said]}>{words[said]}</Tag> {isCurrent(one) && words.current}
              </>,
              words.by[one.byRole],
              one.textVersion ? (
                <>
                  {textOfVersion(one.textVersion)?.words[lang]} <span class="muted">({one.textVersion})</span>
                </>
              ) : (
                words.unshown
              ),
            ],
          }
        })}
        empty={<EmptyState title={words.none} />}
      />
    </>
  )
}
