import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, DataTable, Form, Select, TextField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import type { Superior } from '../superiors.ts'
import { text as accountsText } from '../text.ts'
import { ADMIN, AdminFrame } from './admin-pages.tsx'
import { text } from './text.ts'
import { type Typed, typedAt } from './typed.ts'

interface Props {
  lang: Lang
  csrf: string
  superiors: readonly Superior[]
  /** Other authorities of this installation. */
  hosted: readonly { id: number; name: string }[]
  today: CivilDate
  saved: boolean
  problems?: readonly FormProblem[]
  typed?: Typed | undefined
}

/** Who settles complaints the second time, since when, by which document. */
export function SuperiorsPage({ lang, csrf, superiors, hosted, today, saved, problems = [], typed }: Props) {
  const words = text[lang].superiors
  const { fields } = accountsText[lang]
  const box = (name: string, otherwise = '') => ({
    name,
    label: fields[name] ?? name,
    value: typedAt(typed, name, otherwise),
    error: errorAt(problems, name),
  })
  return (
    <AdminFrame lang={lang} title={words.title} problems={problems} saved={saved}>
      <p>{words.lead}</p>
      {superiors.length > 0 ? (
        <DataTable
          caption={words.title}
          captionHidden
          stack
          head={[fields['validFrom'], fields['superiorName'], fields['address'], fields['documentNumber'], words.where].map((name) => ({
            text: name ?? '',
          }))}
          rows={superiors.map((superior) => ({
            cells: [
              shortDate(superior.validFrom),
              superior.name,
              superior.address,
              superior.documentNumber,
              superior.superiorId === null ? words.elsewhere : words.here,
            ],
          }))}
        />
      ) : (
        <p>{words.none}</p>
      )}
      <h2>{words.addTitle}</h2>
      <Form action={`${ADMIN}/cap-tren`} lang={lang} csrf={csrf}>
        <TextField {...box('validFrom', today)} type="date" width={10} />
        {hosted.length > 0 && (
          <Select
            {...box('superiorId')}
            items={hosted.map(({ id, name }) => ({ value: String(id), text: name }))}
            empty={words.elsewhere}
            hint={words.hostedHint}
            required={false}
          />
        )}
        <TextField {...box('superiorName')} maxlength={200} />
        <TextField {...box('address')} hint={words.addressHint} maxlength={300} required={false} />
        <TextField {...box('documentNumber')} hint={words.documentHint} maxlength={100} />
        <Button>{text[lang].save}</Button>
      </Form>
    </AdminFrame>
  )
}
