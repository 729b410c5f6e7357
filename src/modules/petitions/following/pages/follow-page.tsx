import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, Notice, PageHead, TextField } from '../../../../ui/index.ts'
import { localRules } from '../../local-rules.ts'
import type { Petition } from '../../petition.ts'
import { FOLLOWED, followPath } from '../paths.ts'
import { text } from '../text.ts'
import { ConsentWords } from './consent-words.tsx'

/** What this reader can do here. */
export type FollowState = 'visitor' | 'account' | 'following' | 'own' | 'ended'

export interface FollowPageProps {
  lang: Lang
  csrf: string
  /** As everybody may read it. */
  petition: Pick<Petition, 'code' | 'subject' | 'followers'>
  state: FollowState
  /** This account's address was confirmed. */
  hasMail: boolean
  /** What was done just now: asked an address, followed, stopped. */
  done: 'hoi' | 'theo' | 'ngung' | null
  typed: string
  problems: readonly { field: string; text: string }[]
}

/** "Me too": one press with an account, an address otherwise. */
export function FollowPage(props: FollowPageProps) {
  const { lang, petition, problems, done } = props
  const words = text[lang].page
  const path = localPath(lang, `/don/${petition.code}`)
  return (
    <>
      <Breadcrumbs items={[{ href: path, text: petition.code }]} current={words.title} />
      <ErrorSummary problems={problems} />
      {done === 'hoi' && (
        <Notice tone="ok" live>
          <p>
            <b>{words.asked}</b>
          </p>
          <p>{words.askedLead(localRules.followerConfirmsWithinDays)}</p>
        </Notice>
      )}
      {done === 'ngung' && (
        <Notice tone="ok" live>
          <p>{words.stopped}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <p>
        <b dir="auto">{petition.subject}</b>
        {petition.followers > 0 && <> · {text[lang].count(number(lang, petition.followers), petition.followers > 1)}</>}
      </p>
      <Choice {...props} />
      <p class="section">
        <a href={path}>{words.back}</a>
      </p>
    </>
  )
}

function Choice({ lang, csrf, petition, state, hasMail, typed, problems }: FollowPageProps) {
  const words = text[lang].page
  const action = followPath(petition.code)
  const address = { lang, csrf, action, typed, problems }
  switch (state) {
    case 'own':
      return (
        <p>
          {words.own} <a href={localPath(lang, `/tra-cuu/${petition.code}`)}>{words.ownLink}</a>
        </p>
      )
    case 'ended':
      return <p>{words.ended}</p>
    case 'account':
      return (
        <Form action={action} lang={lang} csrf={csrf}>
          <ConsentWords lang={lang} />
          <Button>{words.press}</Button>
        </Form>
      )
    case 'following':
      return (
        <>
          <Notice tone="ok">
            <p>
              {words.following} <a href={localPath(lang, FOLLOWED)}>{words.list}</a>
            </p>
          </Notice>
          <h2>{words.mailTitle}</h2>
          {hasMail ? <p>{words.mailNow}</p> : <AddressForm {...address} lead={words.mailLead} press={words.mailAsk} />}
          <div class="section">
            <Form action={`${action}/ngung`} lang={lang} csrf={csrf}>
              <Button look="second">{words.stop}</Button>
            </Form>
          </div>
        </>
      )
    default:
      return (
        <>
          <AddressForm {...address} press={words.ask} />
          <p class="section">
            <a href={localPath(lang, `/dang-nhap?tiep=${encodeURIComponent(action)}`)}>{words.signIn}</a>
          </p>
        </>
      )
  }
}

interface AddressFormProps extends Pick<FollowPageProps, 'lang' | 'csrf' | 'typed' | 'problems'> {
  action: string
  lead?: string
  press: string
}

function AddressForm({ lang, csrf, action, typed, problems, lead, press }: AddressFormProps) {
  const words = text[lang].page
  return (
    <Form action={action} lang={lang} csrf={csrf}>
      {lead && <p>{lead}</p>}
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint(localRules.followerConfirmsWithinDays)}
        error={problems.find(({ field }) => field === 'email')?.text}
        value={typed}
        autocomplete="email"
      />
      <ConsentWords lang={lang} />
      <Button>{press}</Button>
    </Form>
  )
}
