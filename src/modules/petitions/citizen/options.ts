import type { FastifyRequest } from 'fastify'
import type { RenderCache } from '../../../platform/render-cache.ts'
import type { FileDeps } from '../../files/index.ts'
import type { PetitionOptions } from '../service.ts'

/** What the resident's pages are given by app.ts. */
export interface CitizenOptions extends PetitionOptions {
  files: FileDeps
  /** Keeps rendered public pages. */
  cache: Pick<RenderCache, 'send'>
  /** Where the site is reached from outside; null: as the browser says. */
  publicUrl: string | null
}

/** Begins absolute addresses: in the feed and in the square of the slip. */
export function originOf({ publicUrl }: Pick<CitizenOptions, 'publicUrl'>, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`
}

export function isHttps({ publicUrl }: Pick<CitizenOptions, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
