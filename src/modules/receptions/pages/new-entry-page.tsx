import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, ErrorSummary, Notice, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { EntryForm } from './entry-form.tsx'

export interface NewEntryPageProps {
  lang: Lang
  csrf: string
  known: Readonly<Record<string, string>>
  clientToken: string
  /** Code of the held appointment that is entered. */
  appointment: string | null
  refusal?: FormRefusal | undefined
}

/** A visit without a petition, written by the reception officer. */
export function NewEntryPage({ lang, csrf, known, clientToken, appointment, refusal }: NewEntryPageProps) {
  const { entry, book } = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.book), text: book.title }]} current={entry.newTitle} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={entry.newTitle} lead={entry.newLead} />
      {appointment && <Notice>{entry.fromAppointment(appointment)}</Notice>}
      <EntryForm
        lang={lang}
        csrf={csrf}
        action={paths.write}
        known={known}
        hidden={{ clientToken, ...(appointment ? { appointment } : {}) }}
        refusal={refusal}
      />
    </>
  )
}
