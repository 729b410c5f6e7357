import { localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, ButtonLink, ButtonRow, ErrorSummary, Form, PageHead, TextArea } from '../../../../ui/index.ts'
import { errorAt } from '../form-problems.ts'
import { text } from '../text.ts'
import type { ActFormProps } from './rate-form.tsx'

export function WithdrawPage({ lang, csrf, petition, reason, problems }: Omit<ActFormProps, 'typed'> & { reason: string | undefined }) {
  const { acts } = text[lang]
  const back = localPath(lang, `/tra-cuu/${petition.code}`)
  return (
    <>
      <Breadcrumbs items={[{ href: back, text: petition.code }]} current={acts.withdraw} />
      <ErrorSummary problems={problems} />
      <PageHead title={`${acts.withdraw}: ${petition.subject}`} lead={acts.withdrawLead} />
      <Form action={`/tra-cuu/${petition.code}/rut`} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={petition.version} />
        <TextArea name="reason" label={acts.withdrawReason} required={false} error={errorAt(problems, 'reason')} value={reason} rows={3} />
        <ButtonRow>
          <Button look="danger">{acts.withdrawSubmit}</Button>
          <ButtonLink href={back} look="quiet">
            {acts.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
