import type { RateOptions } from './rate.ts'

/** What the routes of ratings are given by app.ts. */
export interface RatingOptions extends RateOptions {
  publicUrl: string | null
}

export function isHttps({ publicUrl }: Pick<RatingOptions, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
