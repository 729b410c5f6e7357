export type { Appendix, Block, Letter } from './letter.ts'
export { DOCX, letterDocx } from './letter-docx.ts'
export { numberOf, papers } from './papers.ts'
