import './programmes.table.ts'

export { paths as programmePaths } from './paths.ts'
