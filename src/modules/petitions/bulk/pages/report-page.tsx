import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, ButtonLink, ButtonRow, DataTable, Form, Notice, PageHead, Tag } from '../../../../ui/index.ts'
import { caseAddress } from '../../office/pages/inbox-address.ts'
import { BULK, type Bulk, type BulkCase, DONE } from '../bulk-act.ts'
import { text } from '../text.ts'
import { BulkFrame } from './preview-page.tsx'

export interface ReportPageProps {
  lang: Lang
  csrf: string
  bulk: Bulk
  cases: readonly BulkCase[]
  sentence: (code: string) => string
}

/** What became of each case; the page stays under its address. */
export function ReportPage({ lang, csrf, bulk, cases, sentence }: ReportPageProps) {
  const words = text[lang]
  const done = cases.filter(({ result }) => result === DONE).length
  const left = cases.filter(({ result }) => result === null).length
  const refused = cases.length - done - left
  const title = words.reportTitle[bulk.act]
  return (
    <BulkFrame lang={lang} title={title}>
      <PageHead title={title} />
      <Notice tone={left + refused > 0 ? 'soon' : 'ok'}>
        <p>{words.done(number(lang, done))}</p>
        {refused > 0 && <p>{words.notDone(number(lang, refused))}</p>}
        {left > 0 && <p>{words.left(number(lang, left))}</p>}
      </Notice>
      {left > 0 && (
        <Form action={`${BULK}/${bulk.id}`} lang={lang} csrf={csrf}>
          <Button>{words.resume}</Button>
        </Form>
      )}
      {bulk.act === 'export' && done > 0 && (
        <>
          <p>{words.downloadHint}</p>
          <ButtonRow>
            <ButtonLink href={localPath(lang, `${BULK}/${bulk.id}/csv`)}>{words.download}</ButtonLink>
          </ButtonRow>
        </>
      )}
      <DataTable
        caption={words.result}
        captionHidden
        dense
        stack
        rowHeads
        head={[{ text: words.code }, { text: words.result }]}
        rows={cases.map(({ code, result }) => ({
          tone: result === DONE ? undefined : 'soon',
          cells: [
            <a href={caseAddress(lang, code)}>{code}</a>,
            result === DONE ? <Tag tone="ok">{words.isDone}</Tag> : result === null ? '' : sentence(result),
          ],
        }))}
      />
      <p>
        <a href={localPath(lang, '/lam-viec')}>{words.back}</a>
      </p>
    </BulkFrame>
  )
}
