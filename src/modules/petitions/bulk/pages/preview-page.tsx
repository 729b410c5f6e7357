import type { ComponentChildren } from 'preact'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, Button, DataTable, ErrorSummary, Form, Notice, PageHead, Select } from '../../../../ui/index.ts'
import type { DeskChoices } from '../../office/case-desk.ts'
import { caseAddress } from '../../office/pages/inbox-address.ts'
import { StateTag } from '../../office/pages/inbox-table.tsx'
import { text as officeText } from '../../office/text.ts'
import { BULK, type BulkAct } from '../bulk-act.ts'
import type { Checked } from '../bulk-check.ts'
import { text } from '../text.ts'

export interface PreviewPageProps {
  lang: Lang
  csrf: string
  /** Of this press: sent twice, it is done once. */
  id: string
  act: BulkAct
  cases: readonly Checked[]
  choices: DeskChoices
  /** A refusal's code as a sentence. */
  sentence: (code: string) => string
  typed: Readonly<Record<string, string>>
  problems: readonly { field: string; text: string }[]
}

/** The way back, above both pages. */
export function BulkFrame({ lang, title, children }: { lang: Lang; title: string; children: ComponentChildren }) {
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: officeText[lang].case.inbox }]} current={title} />
      {children}
    </>
  )
}

/** What will be done, what will be refused and why; nothing is done yet. */
export function PreviewPage({ lang, csrf, id, act, cases, choices, sentence, typed, problems }: PreviewPageProps) {
  const words = text[lang]
  const able = cases.filter(({ refusal }) => refusal === null)
  const refused = cases.filter(({ refusal }) => refusal !== null)
  const error = (name: string) => problems.find(({ field }) => field === name)?.text
  return (
    <BulkFrame lang={lang} title={words.previewTitle[act]}>
      <ErrorSummary problems={problems} />
      <PageHead title={words.previewTitle[act]} lead={words.previewLead[act]} />
      {able.length > 0 ? (
        <>
          <h2>{words.will(number(lang, able.length))}</h2>
          <CaseTable lang={lang} caption={words.will(number(lang, able.length))} cases={able} />
          <Form action={BULK} lang={lang} csrf={csrf}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="viec" value={act} />
            {/* The refused go along, so that the report names all that was chosen. */}
            {cases.map(({ code, petition }) => (
              <input type="hidden" name="don" value={`${code}:${petition?.version ?? 0}`} />
            ))}
            {act === 'assign' && (
              <>
                <Select name="unit" label={words.fields.unit} items={choices.units} value={typed['unit']} error={error('unit')} empty />
                <Select
                  name="officer"
                  label={words.fields.officer}
                  items={choices.officers}
                  value={typed['officer']}
                  error={error('officer')}
                  empty={words.noOfficer}
                  required={false}
                />
              </>
            )}
            <Button>{words.press[act]}</Button>
          </Form>
        </>
      ) : (
        <Notice tone="soon">
          <p>{words.nothing}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <>
          <h2>{words.willNot(number(lang, refused.length))}</h2>
          <CaseTable lang={lang} caption={words.willNot(number(lang, refused.length))} cases={refused} sentence={sentence} />
        </>
      )}
      <p>
        <a href={localPath(lang, '/lam-viec')}>{words.back}</a>
      </p>
    </BulkFrame>
  )
}

interface CaseTableProps extends Pick<PreviewPageProps, 'lang' | 'cases'> {
  caption: string
  sentence?: PreviewPageProps['sentence']
}

function CaseTable({ lang, caption, cases, sentence }: CaseTableProps) {
  const words = text[lang]
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      stack
      rowHeads
      head={[words.code, words.subject, sentence ? words.reason : words.state].map((name) => ({ text: name }))}
      rows={cases.map(({ code, petition, refusal }) => ({
        cells: [
          petition ? <a href={caseAddress(lang, code)}>{code}</a> : code,
          petition ? <bdi>{petition.subject}</bdi> : <span class="muted">{words.hidden}</span>,
          sentence ? sentence(refusal ?? '') : petition && <StateTag lang={lang} petition={petition} />,
        ],
      }))}
    />
  )
}
