import { readFileSync } from 'node:fs'

/** The page of 2017 as it was saved. */
export const seedSentences = readFileSync(new URL('./seed-page.txt', import.meta.url), 'utf8')
