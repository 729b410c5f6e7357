// How Node loads our source outside a build: it takes the types off by itself, pages are drawn into plain calls here.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transformWithOxc } from 'vite'

export async function load(url, context, next) {
  if (!url.endsWith('.tsx')) return next(url, context)
  const path = fileURLToPath(url)
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, {
    jsx: { runtime: 'automatic', importSource: 'preact' },
    sourcemap: false,
  })
  return { format: 'module', source: code, shortCircuit: true }
}
