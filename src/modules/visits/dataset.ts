import { fields } from './data-routes.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

const inBoth = (said: (lang: 'vi' | 'en') => string) => ({ vi: said('vi'), en: said('en') })

/** The data set of this module, as the list of open data takes it. */
export const visitDataset = {
  name: 'visits',
  title: inBoth((lang) => text[lang].dataset.title),
  about: inBoth((lang) => text[lang].dataset.about),
  fields: fields.map((name) => ({ name, meaning: inBoth((lang) => text[lang].dataset.fields[name]) })),
  json: paths.data,
  csv: `${paths.data}.csv`,
}
