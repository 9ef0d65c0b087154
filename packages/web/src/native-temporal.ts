import type { Temporal as Polyfill } from 'temporal-polyfill'

/** Temporal: the browser's own, or the polyfill. What core imports as `temporal-polyfill` is this (vite.config.ts). */
export let Temporal: typeof Polyfill = (globalThis as unknown as { readonly Temporal: typeof Polyfill }).Temporal

/** Fetches the polyfill where the browser has no Temporal of its own. To be awaited before anything is shown. */
export async function prepareTemporal(): Promise<void> {
  if ((Temporal as typeof Polyfill | undefined) === undefined) Temporal = (await import('temporal-polyfill/implementation')).Temporal
}
