import { Button, Details, Form, TextArea } from '../../../../ui/index.ts'
import { BODY_MAX } from '../../fields.ts'
import { errorAt } from '../form-problems.ts'
import { text } from '../text.ts'
import type { ActFormProps } from './rate-form.tsx'

/** The filer's right to have it taken up again, once, after saying "not solved". */
export function ReopenForm({ lang, csrf, petition, typed, problems }: ActFormProps) {
  const { acts } = text[lang]
  return (
    <section class="part" id="mo-lai">
      <h2>{acts.reopen}</h2>
      <p>{acts.reopenLead}</p>
      <Form action={`/tra-cuu/${petition.code}/mo-lai`} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={petition.version} />
        <TextArea
          name="reason"
          id="reopen-reason"
          label={acts.reopenReason}
          error={errorAt(problems, 'reason')}
          value={typed['reason']}
          rows={4}
          maxlength={4000}
          count
        />
        <Button>{acts.reopenSubmit}</Button>
      </Form>
    </section>
  )
}

/** Part of a complaint is taken back; the rest goes on. */
export function WithdrawPartForm({ lang, csrf, petition, typed, problems }: ActFormProps) {
  const { acts } = text[lang]
  return (
    <Details summary={acts.withdrawPart} open={problems.length > 0}>
      <p>{acts.withdrawPartLead}</p>
      <Form action={`/tra-cuu/${petition.code}/rut-mot-phan`} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={petition.version} />
        <TextArea
          name="words"
          id="withdrawPart-words"
          label={acts.withdrawPartWords}
          error={errorAt(problems, 'words')}
          value={typed['words']}
          rows={3}
          maxlength={4000}
          count
        />
        <Button look="second">{acts.withdrawPartSubmit}</Button>
      </Form>
    </Details>
  )
}

/** To the authority above; folded, for most people will not need it. */
export function AppealForm({ lang, csrf, petition, typed, problems }: ActFormProps) {
  const { acts } = text[lang]
  return (
    <Details summary={acts.appeal} open={problems.length > 0}>
      <p>{acts.appealLead}</p>
      <Form action={`/tra-cuu/${petition.code}/khieu-nai-lan-hai`} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={petition.version} />
        <TextArea
          name="reason"
          id="appeal-reason"
          label={acts.appealReason}
          error={errorAt(problems, 'reason')}
          value={typed['reason']}
          rows={6}
          maxlength={BODY_MAX}
          count
        />
        <Button>{acts.appealSubmit}</Button>
      </Form>
    </Details>
  )
}
