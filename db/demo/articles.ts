import articlesJson from './articles.json' with { type: 'json' }

/** A day of the calendar, or so many days before the town is loaded. */
export type DemoDay = string | { daysAgo: number }

export interface DemoStep {
  act: 'create' | 'save' | 'submit' | 'schedule' | 'publish' | 'revise' | 'withdraw'
  /** User name. */
  by: string
  on: DemoDay
  at: string
  reason?: string
  /** Paragraphs of a changed text; the others stay. */
  body?: string[]
  /** When it is to be published: so many days after the town is loaded. */
  inDays?: number
  time?: string
}

export interface DemoArticle {
  key: string
  title: string
  lead: string | null
  /** Name of its category. */
  category: string
  tags: string[]
  author: string
  source: string
  /** Blocks in the plain markup of the editor's form. The first article is the page of 2017, word by word. */
  body: string[]
  steps: DemoStep[]
}

export const demoArticles = articlesJson as unknown as DemoArticle[]
/** In the order of the tabs. */
export const demoCategories = ['Thông báo', 'Hoạt động', 'Pháp luật', 'Công khai'] as const
