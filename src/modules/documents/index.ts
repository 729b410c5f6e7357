import './documents.table.ts'

export { type Document, type DocumentKind, documentKinds, matterOf as documentMatter, type Passage } from './document.ts'
export { findDocument, findDocumentBySlug, listPassages } from './document-repository.ts'
export { documentTag, publishDocument } from './feature.ts'
export { addDocument } from './make-document.ts'
export { findPublicDocument, namePublicDocuments } from './name-public.ts'
export { paths as documentPaths } from './paths.ts'
export { passageAt } from './split-text.ts'
