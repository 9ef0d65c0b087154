import { isoLocalText } from '@blamefree/core'
import type { Document, RenderOptions } from '@blamefree/core'

/** The YAML at the head of the file: what the document is, and where the incident is known, the facts that people search archives for. */
export function frontMatter(document: Document, { incident, audience }: RenderOptions): string {
  const started = incident?.timestamps['impact-started']?.value ?? incident?.timestamps['reported']?.value
  const values: readonly (readonly [string, string | readonly string[] | null | undefined])[] = [
    ['title', document.title],
    ['incident', incident?.id],
    ['date', started === undefined ? null : isoLocalText(started, document.zone).slice(0, 10)],
    ['type', incident?.type?.value],
    ['severity', incident?.severity?.value],
    ['status', incident?.status?.value],
    ['services', incident?.services.map(({ value }) => value)],
    ['zone', document.zone],
    ['language', document.language],
    ['template', document.template],
    ['audience', audience],
  ]
  const lines = values.flatMap(([key, value]) => {
    if (value === null || value === undefined || value.length === 0) return []
    return [`${key}: ${typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`}`]
  })
  return ['---', ...lines, '---', ''].join('\n')
}

/** A string of YAML 1.2: plain where nobody could read it as anything else, in double quotes (as JSON has them) otherwise. */
function scalar(value: string): string {
  const text = value.toWellFormed().replace(/\s+/g, ' ').trim()
  return /^[A-Za-z][\w./@ -]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text).replace(/[\u007f-\u009f]/g, '')
}
