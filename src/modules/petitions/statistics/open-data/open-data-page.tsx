import { type Dataset, datasetAddress } from '../../../../shared/dataset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { DataTable, PageHead } from '../../../../ui/index.ts'
import { logPaths } from '../../../log/index.ts'
import { STATISTICS } from '../paths.ts'
import { text } from '../text.ts'
import { LICENCE } from './datasets.ts'

/** Data sets that anybody may take away and use. */
export function OpenDataPage({ lang, datasets }: { lang: Lang; datasets: readonly Dataset[] }) {
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
        <p>
          <a href={localPath(lang, logPaths.log)}>{words.mirror}</a>
        </p>
      </section>
      {datasets.map(({ name, fields, words: { [lang]: own } }) => (
        <section class="part">
          <h2 id={name}>{own.title}</h2>
          <p>{own.about}</p>
          <p class="data-links">
            <a href={datasetAddress(name)}>JSON</a>
            <a href={`${datasetAddress(name)}.csv`}>CSV</a>
            <a href={`${datasetAddress(name)}.csv?bom=1`}>{words.spreadsheet}</a>
          </p>
          <DataTable
            caption={words.fieldsOf(own.title)}
            captionHidden
            stack
            rowHeads
            head={[{ text: words.field }, { text: words.meaning }]}
            rows={fields.map((field) => ({ cells: [<code>{field}</code>, own.fields[field]] }))}
          />
        </section>
      ))}
    </>
  )
}
