import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const islands = readdirSync(`${root}src/islands`).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

/**
 * Three builds: `vite build` makes what browsers load, `vite build --ssr` the server, `vite build --mode checker` the receipt checker as one
 * script, which goes into a file that people keep. The launcher names the folders.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  root,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { preprocessorOptions: { scss: { loadPaths: [`${root}node_modules`] } } },
  build: isSsrBuild
    ? {
        ssr: true,
        target: 'node24',
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: {
          input: { main: 'src/main.ts', parts: 'bench/parts.ts' },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      }
    : mode === 'checker'
      ? {
          emptyOutDir: true,
          modulePreload: false,
          rolldownOptions: {
            input: 'src/islands/receipt-check.ts',
            output: { format: 'iife', entryFileNames: 'receipt-check.js', codeSplitting: false },
          },
        }
      : {
          manifest: 'manifest.json',
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          emptyOutDir: true,
          rolldownOptions: { input: ['src/ui/styles/main.scss', ...islands.map((name) => `src/islands/${name}`)] },
        },
}))
