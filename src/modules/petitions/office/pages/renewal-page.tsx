import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, Checkbox, ErrorSummary, Form, Notice, PageHead, Radios, SummaryList } from '../../../../ui/index.ts'
import type { Filer, Petition } from '../../petition.ts'
import { identityPapers } from '../../renew-secret.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'
import { caseAddress } from './inbox-address.ts'

export interface RenewalPageProps {
  lang: Lang
  csrf: string
  petition: Petition
  /** Null once erased: then nobody can be compared with anything. */
  filer: Filer | null
  typed: Readonly<Record<string, string>>
  problems: readonly { field: string; text: string }[]
}

/** What is compared, with which paper, and that it agrees. */
export function RenewalPage({ lang, csrf, petition, filer, typed, problems }: RenewalPageProps) {
  const words = text[lang].renewal
  const names = petitionText[lang]
  const error = (name: string) => problems.find((problem) => problem.field === name)?.text
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, '/lam-viec'), text: text[lang].case.inbox },
          { href: caseAddress(lang, petition.code), text: petition.code },
        ]}
        current={words.title}
      />
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      {filer ? (
        <>
          <SummaryList
            rows={[
              { key: names.fields['subject'] ?? '', value: <bdi>{petition.subject}</bdi> },
              ...(['name', 'identityNumber', 'phone', 'address'] as const)
                .filter((field) => filer[field])
                .map((field) => ({ key: names.fields[field] ?? field, value: <bdi>{filer[field]}</bdi> })),
            ]}
          />
          <Notice tone="soon">
            <p>{words.warning}</p>
          </Notice>
          <Form action={`${caseAddress(lang, petition.code)}/cap-lai-ma`} csrf={csrf}>
            <input type="hidden" name="clientToken" value={typed['clientToken']} />
            <Radios
              name="paper"
              label={names.fields['paper'] ?? ''}
              value={typed['paper']}
              error={error('paper')}
              items={identityPapers.map((paper) => ({ value: paper, text: words.papers[paper] }))}
              required
            />
            <Checkbox name="compared" label={words.compared} checked={typed['compared'] === 'true'} error={error('compared')} required />
            <Button>{words.button}</Button>
          </Form>
        </>
      ) : (
        <Notice tone="soon">
          <p>{words.noFiler}</p>
        </Notice>
      )}
    </>
  )
}
