export type { Appendix, Block, Letter } from './letter.ts'
export { DOCX, letterDocx } from './letter-docx.ts'
export { numberOf, numberWords, papers } from './papers.ts'
