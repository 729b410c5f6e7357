import './documents.table.ts'

export { type Document, type DocumentKind, documentKinds, matterOf as documentMatter, type Passage } from './document.ts'
export { findDocument, findDocumentBySlug, listPassages } from './document-repository.ts'
export { findPassages, type PlacedPassage } from './find-passages.ts'
export { findPublicDocument, namePublicDocuments } from './name-public.ts'
export { paths as documentPaths } from './paths.ts'
