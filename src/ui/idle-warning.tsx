import { type Lang, localPath } from '../shared/lang.ts'
import { text } from './text.ts'

export interface IdleSession {
  seconds: number
  /** So long before its end the warning is shown. */
  warnSeconds: number
  /** Whose typed words are kept on this device when the session ends. */
  person: string
}

/** Hidden until the island `idle` shows it, some time before a session ends that nobody uses. */
export function IdleWarning({ lang, csrf, session }: { lang: Lang; csrf: string; session: IdleSession }) {
  const words = text[lang].idle
  return (
    <section
      class="idle"
      aria-label={words.label}
      data-idle={session.seconds}
      data-warn={session.warnSeconds}
      data-person={session.person}
      data-end={localPath(lang, '/dang-nhap/het-gio')}
      data-sign-in={localPath(lang, '/dang-nhap')}
      data-left={words.left}
      data-kept={words.kept}
      data-restored={words.restored}
    >
      <p class="govuk-visually-hidden" role="status" data-idle-said />
      <form class="idle-box" method="post" action={localPath(lang, '/dang-nhap/duy-tri')} hidden>
        <input type="hidden" name="_csrf" value={csrf} />
        <p data-idle-words>
          {words.unused}{' '}
          <button class="as-link" type="submit">
            {words.keep}
          </button>
          . {words.wait} <span data-idle-left>{session.warnSeconds}</span> {words.seconds}
        </p>
      </form>
    </section>
  )
}
