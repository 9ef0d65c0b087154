/** Answers that `early.js` (preload.ts) has begun to fetch before this code was there, by path. */
const early = (globalThis as unknown as { readonly early?: Map<string, Promise<Response>> }).early ?? new Map<string, Promise<Response>>()

/** Milliseconds after which an answer is too old to be of the page that is opened. */
const FRESH = 10_000

/** Fetches, or takes an answer that is on its way already; each is taken once. */
export async function fetchEarly(request: Request): Promise<Response> {
  const path = request.url.slice(location.origin.length)
  const begun = request.method === 'GET' && performance.now() < FRESH ? early.get(path) : undefined
  early.delete(path)
  // One that failed is asked for again.
  return (await begun?.catch(() => undefined)) ?? (await fetch(request))
}
