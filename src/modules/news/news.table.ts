import type { ColumnType, Generated } from 'kysely'
import type { ArticleKind, ArticleStatus } from './article.ts'
import type { ArticleDocument } from './document.ts'

/** Written as JSON text, read as the document. */
type Json<T> = ColumnType<T, string, string>

declare module '../../platform/database.ts' {
  interface Database {
    article_categories: {
      authority_id: number
      id: string
      slug: string
      name: string
      sort: Generated<number>
      parent_id: string | null
      hidden: Generated<boolean>
      merged_into: Generated<string | null>
      version: Generated<number>
    }
    article_category_slugs: { authority_id: number; slug: string; category_id: string }
    newsroom_settings: { authority_id: number; four_eyes: boolean; changed_by: string | null; changed_at: Date | null }
    articles: {
      authority_id: number
      id: string
      kind: ArticleKind
      slug: string
      status: ArticleStatus
      version: Generated<number>
      edition: number
      title: string
      lead: string | null
      body: Json<ArticleDocument>
      category_id: string | null
      tags: string[]
      author: string | null
      source: string | null
      ratings_on: Generated<boolean>
      published_at: Date | null
      scheduled_at: Date | null
      updated_at: Date
      created_at: Date
      edited_by: string
    }
    article_slugs: { authority_id: number; kind: ArticleKind; slug: string; article_id: string }
    article_tag_moves: { authority_id: number; slug: string; into_slug: string; into_name: string; moved_at: Date }
    article_tags: { authority_id: number; article_id: string; slug: string; name: string; published_at: Date | null }
    article_versions: {
      authority_id: number
      article_id: string
      edition: number
      title: string
      lead: string | null
      body: Json<ArticleDocument>
      category_id: string | null
      tags: string[]
      author: string | null
      source: string | null
      saved_by: string
      saved_at: Date
    }
    article_reports: {
      authority_id: number
      id: string
      article_id: string
      edition: number
      quote: string | null
      words: string
      reported_at: Date
      resolved_at: Date | null
      resolved_by: string | null
      client_token: string
    }
    imported_rows: {
      authority_id: number
      source_table: string
      source_id: string
      matter_type: string
      matter_id: string
      alias: string | null
      begun_at: Date
      finished_at: Date | null
    }
    article_drafts: {
      authority_id: number
      article_id: string
      person_id: string
      base_edition: number
      content: Json<Record<string, string>>
      saved_at: Date
    }
  }
}
