import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Radios,
  TextArea,
  TextField,
  WithAside,
} from '../../../ui/index.ts'
import { MOST_LETTERS, officialBodies, peoplesText, type Standing, sayings } from '../../verdicts/index.ts'
import { paths } from '../paths.ts'
import type { Task } from '../task.ts'
import { takesVerdicts } from './judged-task.ts'
import { text } from './text.ts'
import { VerdictSection } from './verdict-section.tsx'

interface OfficePageProps {
  lang: Lang
  csrf: string
  task: Task
  standing: Standing
  mayRecord: boolean
  done: boolean
  refusal?: FormRefusal | undefined
}

/** What stands, and the form of a new verdict of the Front or of the inspectorate. */
export function OfficialVerdictPage(props: OfficePageProps) {
  const { lang, task, standing, mayRecord, done, refusal } = props
  const words = text[lang].office
  const mayNow = mayRecord && takesVerdicts(task)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.officeTask(task.code)), text: task.code }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {words.done}
        </Notice>
      )}
      <PageHead title={words.title} lead={task.title} />
      <WithAside
        aside={
          <Card title={words.submit}>{mayNow ? <OfficialForm {...props} /> : <p>{mayRecord ? words.closed : words.onlyRecorder}</p>}</Card>
        }
      >
        <VerdictSection lang={lang} task={task} standing={standing} look="second" path={`${paths.officeTask(task.code)}/nhan-xet`} />
      </WithAside>
    </>
  )
}

function OfficialForm({ lang, csrf, task, refusal }: OfficePageProps) {
  const words = text[lang].office
  const names = peoplesText[lang]
  const field = (name: 'body' | 'said' | 'words' | 'minutes') => ({
    name,
    label: names.fields[name],
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
  })
  return (
    <Form action={`${paths.officeTask(task.code)}/nhan-xet`} lang={lang} csrf={csrf}>
      <p class="muted">{words.lead}</p>
      <Radios {...field('body')} items={officialBodies.map((body) => ({ value: body, text: names.body[body] }))} required />
      <Radios {...field('said')} items={sayings.map((said) => ({ value: said, text: names.said[said] }))} required />
      <TextField {...field('minutes')} hint={words.minutesHint} width={20} maxlength={40} />
      <TextArea {...field('words')} rows={5} maxlength={MOST_LETTERS} required />
      <Button>{words.submit}</Button>
    </Form>
  )
}
