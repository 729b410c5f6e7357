import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Layout, type LayoutProps } from './layout.tsx'

/** What the frame of a page needs beside the page itself; app.ts knows how to make it. */
export type Chrome = Pick<LayoutProps, 'lang' | 'path' | 'site' | 'nav' | 'account' | 'csrf' | 'assets' | 'footer' | 'origin' | 'idle'>

declare module 'fastify' {
  interface FastifyRequest {
    /** Frame for this visitor: names and tokens are theirs, never to be cached. */
    chrome: () => Chrome
    /** Frame that is the same for everybody: for rendered pages that are kept. */
    publicChrome: () => Chrome
  }
}

export type PageProps = Omit<LayoutProps, keyof Chrome | 'children'> & { status?: number | undefined }

/** Renders a page for this visitor. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, { status = 200, ...props }: PageProps, children: ComponentChildren) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(documentOf(request.chrome(), props, children))
}

/** The whole document as text. */
export function documentOf(chrome: Chrome, props: Omit<PageProps, 'status'>, children: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    (
      <Layout {...chrome} {...props}>
        {children}
      </Layout>
    ) as VNode,
  )}`
}
