import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  SummaryList,
  Tag,
  TextField,
} from '../../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { isRefusing, type WitnessNow } from '../witness.ts'

interface AdminPageProps {
  lang: Lang
  csrf: string
  witnesses: readonly WitnessNow[]
  mayChange: boolean
  refusal?: FormRefusal | undefined
  done?: 'added' | 'retired' | undefined
}

/** The administrator's list of witnesses. */
export function AdminPage({ lang, csrf, witnesses, mayChange, refusal, done }: AdminPageProps) {
  const words = text[lang]
  return (
    <>
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          <p>{words.admin[done]}</p>
        </Notice>
      )}
      {mayChange && (
        <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec/quan-tri'), text: lang === 'vi' ? 'Quản trị' : 'Administration' }]} />
      )}
      <PageHead title={words.admin.title} lead={words.admin.lead} />
      <p>
        <a href={localPath(lang, paths.public)}>{words.admin.see}</a>
      </p>
      {witnesses.length === 0 && <EmptyState title={words.none} />}
      {witnesses.map((witness) => (
        <Card
          title={witness.title}
          tags={
            <Tag tone={isRefusing(witness) ? 'late' : witness.outcome === 'cosigned' ? 'ok' : 'neutral'}>
              {words.outcomeTag[witness.outcome ?? 'none']}
            </Tag>
          }
        >
          <SummaryList
            rows={[
              { key: words.fields['vkey']!, value: <code>{witness.vkey}</code> },
              { key: words.fields['url']!, value: witness.url ?? words.way.pulled },
              {
                key: words.refusalHead.last,
                value: witness.outcomeAt ? `${longInstant(lang, witness.outcomeAt)}. ${words.outcome[witness.outcome!]}` : words.never,
              },
            ]}
          />
          {mayChange && (
            <Details summary={`${words.admin.retire}: ${witness.title}`}>
              <p>{words.admin.retireLead}</p>
              <Form action={paths.retire(witness.id)} lang={lang} csrf={csrf}>
                <Button look="danger">{words.admin.retire}</Button>
              </Form>
            </Details>
          )}
        </Card>
      ))}
      {mayChange && <AddForm lang={lang} csrf={csrf} refusal={refusal} />}
    </>
  )
}

function AddForm({ lang, csrf, refusal }: Pick<AdminPageProps, 'lang' | 'csrf' | 'refusal'>) {
  const { admin: words, fields } = text[lang]
  const field = (name: string) => ({ name, label: fields[name]!, value: typedOr(refusal, name), error: problemAt(refusal, name) })
  return (
    <Card title={words.addTitle}>
      <Form action={paths.admin} lang={lang} csrf={csrf}>
        <TextField {...field('title')} hint={words.titleHint} maxlength={120} required />
        <TextField {...field('vkey')} hint={words.keyHint} maxlength={400} exact required />
        <TextField {...field('url')} hint={words.urlHint} type="url" maxlength={300} exact required={false} />
        <Button>{words.add}</Button>
      </Form>
    </Card>
  )
}
