import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './say.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const inRoot = (...parts) => join(root, ...parts)

/** The Node that everything runs with: the one pinned in package.json, else a running one that is new enough. */
export function nodeProgram() {
  const pinned = inRoot('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Refusal(
    `Cần Node 24 cho máy ${process.platform}-${process.arch}; hãy cài Node 24 rồi chạy lại. (Node 24 is needed on ${process.platform}-${process.arch}: install it and try again.)`,
  )
}

/** PATH with our tools and our Node in front. */
export function toolEnvironment(more = {}) {
  const path = [dirname(nodeProgram()), inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, ...more }
}
