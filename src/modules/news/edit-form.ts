import type { Article, ArticleContent } from './article.ts'
import { ArticleDocument, emptyDocument } from './document.ts'
import type { TypedDraft } from './draft-repository.ts'
import { parseMarkup } from './markup/parse.ts'
import { printMarkup } from './markup/print.ts'

/** What stands in the boxes, as text. */
export interface EditFields {
  title: string
  lead: string
  markup: string
  /** The document as JSON, for the editor of the browser. */
  document: string
  categoryId: string
  tags: string
  author: string
  source: string
  edition: string
  /** Whose parts the markup keeps: `draft`, what was typed and not saved; a number, an earlier edition; blank, the edition itself. */
  markupBase: string
}

/** An edition as the boxes of the form hold it; `from`: an earlier one is taken up again. */
export function fieldsOf(article: Article, from?: number): EditFields {
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
    markupBase: from === undefined ? '' : String(from),
  }
}

/** The same with what was typed and not saved. */
export function draftFields(article: Article, draft: TypedDraft): EditFields {
  const body = documentOf(draft.fields['document'])
  const text = body ? { markup: printMarkup(body), document: JSON.stringify(body), markupBase: 'draft' } : {}
  return { ...fieldsOf(article), ...draft.fields, ...text, edition: String(draft.baseEdition) }
}

/**
 * The form as an act's input. The browser's editor sends the document itself; without scripts the plain markup is read,
 * with the edition that it was written on for the parts that it keeps.
 */
export function inputOf(form: Readonly<Record<string, unknown>>, base: ArticleDocument | undefined): Record<string, unknown> {
  const { markup, document, takeOver, seen, markupBase: _, ...fields } = form
  const edition = takeOver === 'yes' && typeof seen === 'string' ? seen : fields['edition']
  const body = typeof document === 'string' && document !== '' ? parsed(document) : parseMarkup(String(markup ?? ''), base ?? emptyDocument)
  return { ...fields, body, edition }
}

/** What was typed, to be laid beside what somebody else saved; only after the act has found it right. */
export function typedContent(article: Article, input: Readonly<Record<string, unknown>>): ArticleContent {
  const word = (name: string) => (typeof input[name] === 'string' && input[name].trim() !== '' ? input[name].trim() : null)
  return {
    title: word('title') ?? article.title,
    lead: word('lead'),
    body: ArticleDocument.safeParse(input['body']).data ?? emptyDocument,
    categoryId: word('categoryId'),
    tags: (word('tags') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    author: word('author'),
    source: word('source'),
  }
}

export function documentOf(json: string | undefined): ArticleDocument | undefined {
  return json ? ArticleDocument.safeParse(parsed(json)).data : undefined
}

/** What is no JSON is refused by the schema like any other wrong document. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
