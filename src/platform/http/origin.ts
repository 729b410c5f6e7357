import type { FastifyRequest } from 'fastify'

/** Begins absolute addresses: in feeds, sitemaps, on slips. Without a slash at its end. */
export function originOf({ publicUrl }: { publicUrl: string | null }, request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.host}`
}
