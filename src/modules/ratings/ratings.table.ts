import type { Generated } from 'kysely'

declare module '../../platform/database.ts' {
  interface Database {
    article_ratings: { authority_id: number; article_id: string; reader: Buffer; stars: number }
    article_rating_totals: {
      authority_id: number
      article_id: string
      points: Generated<number>
      ratings: Generated<number>
      start_points: Generated<number>
      start_ratings: Generated<number>
    }
  }
}
