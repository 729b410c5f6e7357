import './search.table.ts'

export { excerptOf, markedText, type Piece } from './excerpt.ts'
export { type FoundDocument, findDocuments, vocabularyOf } from './find-documents.ts'
export { dropDocument, indexDocument, type SearchDocument } from './index-document.ts'
export { suggestionFor, type Vocabulary } from './suggest.ts'
export { type Asked, askedBy, termOf, wordsOf } from './words.ts'
