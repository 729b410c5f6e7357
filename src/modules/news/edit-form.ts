import type { Article } from './article.ts'
import { type ArticleDocument, emptyDocument } from './document.ts'
import { parseMarkup } from './markup/parse.ts'
import { printMarkup } from './markup/print.ts'
import type { EditFields } from './pages/edit-page.tsx'

/** An edition as the boxes of the form hold it. */
export function fieldsOf(article: Omit<Article, 'edition'> & { edition: number }): EditFields {
  return {
    title: article.title,
    lead: article.lead ?? '',
    markup: printMarkup(article.body),
    document: JSON.stringify(article.body),
    categoryId: article.categoryId ?? '',
    tags: article.tags.join(', '),
    author: article.author ?? '',
    source: article.source ?? '',
    edition: String(article.edition),
  }
}

/**
 * The form as an act's input. The browser's editor sends the document itself; without scripts the plain markup is read,
 * with the edition that it was written on for the parts that it keeps.
 */
export function inputOf(form: Readonly<Record<string, unknown>>, base: ArticleDocument | undefined): Record<string, unknown> {
  const { markup, document, takeOver, seen, ...fields } = form
  const edition = takeOver === 'yes' && typeof seen === 'string' ? seen : fields['edition']
  const body = typeof document === 'string' && document !== '' ? parsed(document) : parseMarkup(String(markup ?? ''), base ?? emptyDocument)
  return { ...fields, body, edition }
}

/** What is no JSON is refused by the schema like any other wrong document. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
