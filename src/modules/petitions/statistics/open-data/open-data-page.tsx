import { type Lang, localPath } from '../../../../shared/lang.ts'
import { DataTable, PageHead } from '../../../../ui/index.ts'
import type { Dataset } from '../../citizen/options.ts'
import { STATISTICS } from '../paths.ts'
import { text } from '../text.ts'
import { datasetAddress, datasetNames, datasets, LICENCE } from './datasets.ts'

/** Data sets that anybody may take away and use. */
export function OpenDataPage({ lang, others }: { lang: Lang; others: readonly Dataset[] }) {
  const words = text[lang].openData
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <section class="part">
        <h2>{words.licenceTitle}</h2>
        <p>
          {words.licence} <a href={LICENCE.href}>{LICENCE.name}</a>.
        </p>
        <h2>{words.updateTitle}</h2>
        <p>{words.update}</p>
        <h2>{words.formTitle}</h2>
        <ul>
          {words.form.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <p>
          <a href={localPath(lang, STATISTICS)}>{words.statistics}</a>
        </p>
      </section>
      {datasetNames.map((name) => (
        <Part
          lang={lang}
          name={name}
          title={words.datasets[name].title}
          about={words.datasets[name].about}
          json={datasetAddress(name)}
          csv={`${datasetAddress(name)}.csv`}
          fields={datasets[name].map((field) => ({ name: field, meaning: words.fields[field] }))}
        />
      ))}
      {others.map(({ name, title, about, json, csv, fields }) => (
        <Part
          lang={lang}
          name={name}
          title={title[lang]}
          about={about[lang]}
          json={json}
          csv={csv}
          fields={fields.map((field) => ({ name: field.name, meaning: field.meaning[lang] }))}
        />
      ))}
    </>
  )
}

interface PartProps {
  lang: Lang
  name: string
  title: string
  about: string
  json: string
  csv: string
  fields: readonly { name: string; meaning: string }[]
}

function Part({ lang, name, title, about, json, csv, fields }: PartProps) {
  const words = text[lang].openData
  return (
    <section class="part">
      <h2 id={name}>{title}</h2>
      <p>{about}</p>
      <p class="data-links">
        <a href={json}>JSON</a>
        <a href={csv}>CSV</a>
        <a href={`${csv}?bom=1`}>{words.spreadsheet}</a>
      </p>
      <DataTable
        caption={words.fieldsOf(title)}
        captionHidden
        stack
        rowHeads
        head={[{ text: words.field }, { text: words.meaning }]}
        rows={fields.map((field) => ({ cells: [<code>{field.name}</code>, field.meaning] }))}
      />
    </section>
  )
}
