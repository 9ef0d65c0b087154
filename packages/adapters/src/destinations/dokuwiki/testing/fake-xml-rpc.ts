import { decodeReferences, type Reply } from '@blamefree/core'
import { replyOf } from '../../testing/faults.ts'

/** A call as a wiki reads it, by other code than ours that writes it. */
export function paramsOf(xml: string): { readonly name: string; readonly params: readonly unknown[] } {
  const name = /<methodName>([\w.]+)<\/methodName>/.exec(xml)?.[1] ?? ''
  const inside = /<params>([^]*)<\/params>/.exec(xml)?.[1] ?? ''
  return { name, params: inside.split('</param>').flatMap((param) => (param.includes('<value>') ? [valueOf(param.replace(/^\s*<param>/, ''))] : [])) }
}

function valueOf(xml: string): unknown {
  const [, type = '', inside = ''] = /^\s*<value><(\w+)>([^]*)<\/\1><\/value>\s*$/.exec(xml) ?? []
  switch (type) {
    case 'int':
      return Number(inside)
    case 'boolean':
      return inside === '1'
    case 'base64':
      return Uint8Array.from(atob(inside), (character) => character.charCodeAt(0))
    case 'array':
      return outermost(inside.replace(/^<data>|<\/data>$/g, ''), 'value').map(valueOf)
    case 'struct':
      return Object.fromEntries(
        outermost(inside, 'member').map((member) => {
          const [, name = '', value = ''] = /^<member><name>([^<]*)<\/name>([^]*)<\/member>$/.exec(member) ?? []
          return [name, valueOf(value)]
        }),
      )
    default:
      return decodeReferences(inside)
  }
}

/** The elements of a name that lie in no other of that name. */
function outermost(xml: string, name: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: tag, index } of xml.matchAll(new RegExp(`</?${name}>`, 'g'))) {
    if (tag.startsWith('</')) depth--
    else if (depth++ === 0) from = index
    if (depth === 0) found.push(xml.slice(from, index + tag.length))
  }
  return found
}

/** An answer as DokuWiki writes it. */
export function xmlResult(value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  const xml = `<?xml version="1.0"?>\n<methodResponse>\n  <params>\n    <param>\n      <value>\n      ${xmlOf(value)}\n      </value>\n    </param>\n  </params>\n</methodResponse>\n`
  return replyOf(200, xml, { 'content-type': 'text/xml', ...headers })
}

/** A refusal as releases after “Igor” write it. */
export function xmlFault(status: number, code: number, message: string): Reply {
  const value = xmlOf({ faultCode: code, faultString: message })
  return replyOf(status, `<?xml version="1.0"?>\n<methodResponse>\n  <fault>\n    <value>\n      ${value}\n    </value>\n  </fault>\n</methodResponse>\n`, {
    'content-type': 'text/xml',
  })
}

function xmlOf(value: unknown): string {
  if (typeof value === 'number') return `<int>${value}</int>`
  if (typeof value === 'boolean') return `<boolean>${value ? 1 : 0}</boolean>`
  if (Array.isArray(value)) return `<array><data>\n${value.map((one) => `  <value>${xmlOf(one)}</value>\n`).join('')}</data></array>`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => `  <member><name>${name}</name><value>${xmlOf(member)}</value></member>\n`)
    return `<struct>\n${members.join('')}</struct>`
  }
  const text = String(value)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `<dateTime.iso8601>${text}</dateTime.iso8601>`
  return `<string>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</string>`
}
