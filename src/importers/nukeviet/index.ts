export { type ImportOptions, importNukeViet } from './import-nukeviet.ts'
export { DumpUnreadable } from './read-dump.ts'
export { Report } from './report.ts'
export { text } from './text.ts'
