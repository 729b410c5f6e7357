import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { changesRoutes } from './changes-routes.tsx'
import type { DocumentOptions } from './feature.ts'
import { fileRoutes } from './file-routes.ts'
import { officeRoutes } from './office-routes.tsx'
import { openDataRoutes } from './open-data.ts'
import { publicRoutes } from './public-routes.tsx'
import { takeInRoutes } from './take-in-routes.tsx'
import './documents.table.ts'

/** Documents: what everybody reads, the keepers' desk, the API and the open data. */
export const documentRoutes: FastifyPluginAsync<DocumentOptions> = async (app, options) => {
  for (const routes of [apiRoutes, openDataRoutes, publicRoutes, officeRoutes, takeInRoutes, changesRoutes, fileRoutes])
    await routes(app, options)
}

export { compareDocumentCounts } from './compare-counts.ts'
export { documentsDataset } from './dataset.ts'
export { type Document, type DocumentKind, matterOf as documentMatter, type Passage } from './document.ts'
export { documentFileReaders } from './document-files.ts'
export { findDocument, findDocumentBySlug, listPassages } from './document-repository.ts'
export { findSource, listNewestDocuments } from './edition-source.ts'
export { type Citations, publishDocument } from './feature.ts'
export { findPassages, type PlacedPassage } from './find-passages.ts'
export { addDocument, makeDocument } from './make-document.ts'
export { findPublicDocument, namePublicDocuments } from './name-public.ts'
export { paths as documentPaths } from './paths.ts'
export { documentAddresses } from './public-addresses.ts'
export { documentForms } from './public-forms.ts'
export { readSent, type SentText } from './read-sent.ts'
export { text as documentsText } from './text.ts'
