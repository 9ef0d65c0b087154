/** What `npm audit --json` came to: what is known against the dependencies that are installed with Blamefree, or why nobody could be asked. */
export type Audit = { readonly asked: true; readonly known: readonly string[] } | { readonly asked: false; readonly why: string }

/** Weights that a release does not go out with. */
const HEAVY = new Set(['high', 'critical'])

/** Reads what npm answered. A registry without that service, or out of reach, is no finding and no all-clear. */
export function readAudit(answer: string): Audit {
  let value: {
    vulnerabilities?: Record<string, { severity?: string; range?: string; via?: unknown[] }>
    message?: string
    error?: { summary?: string; code?: string }
  }
  try {
    value = JSON.parse(answer) as typeof value
  } catch {
    return { asked: false, why: `npm audit did not answer in JSON: ${answer.trim().slice(0, 200) || 'nothing'}` }
  }
  if (value.vulnerabilities === undefined)
    return { asked: false, why: value.message ?? value.error?.summary ?? value.error?.code ?? 'npm audit answered something else than a list' }
  const known = Object.entries(value.vulnerabilities)
    .filter(([, { severity = '' }]) => HEAVY.has(severity))
    .map(([name, { severity = '', range = '', via = [] }]) => `${name} ${range} (${severity}): ${via.map(titleOf).join('; ')}`)
  return { asked: true, known }
}

/** Another package that it comes from, or the title of what is known. */
function titleOf(via: unknown): string {
  if (typeof via === 'string') return `by ${via}`
  const { title } = via as { title?: unknown }
  return typeof title === 'string' ? title : 'unnamed'
}
