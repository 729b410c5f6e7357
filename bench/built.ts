import type * as Parts from './parts.ts'

/** The program as built: what is measured is what runs. */
export const built = (await import(new URL('../dist/server/parts.js', import.meta.url).href)) as typeof Parts
