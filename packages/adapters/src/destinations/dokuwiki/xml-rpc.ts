import { decodeReferences } from '@blamefree/core'

/** What a call may be given; bytes go as base64. */
export type XmlRpcValue = string | number | boolean | Uint8Array | readonly XmlRpcValue[] | { readonly [name: string]: XmlRpcValue }

/** What a method answers: its result, or a fault. */
export type XmlRpcAnswer = { readonly value: unknown } | { readonly fault: { readonly code: number; readonly message: string } }

/** A call as XML (http://xmlrpc.com/spec.md). */
export function xmlCall(method: string, params: readonly XmlRpcValue[]): string {
  const given = params.map((param) => `<param>${valueXml(param)}</param>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<methodCall><methodName>${method}</methodName><params>${given}</params></methodCall>`
}

function valueXml(value: XmlRpcValue): string {
  if (typeof value === 'string') return `<value><string>${escapeXml(value)}</string></value>`
  if (typeof value === 'number') return `<value><int>${value}</int></value>`
  if (typeof value === 'boolean') return `<value><boolean>${value ? 1 : 0}</boolean></value>`
  if (value instanceof Uint8Array) return `<value><base64>${base64Of(value)}</base64></value>`
  if (Array.isArray(value)) return `<value><array><data>${value.map(valueXml).join('')}</data></array></value>`
  const members = Object.entries(value).map(([name, member]) => `<member><name>${escapeXml(name)}</name>${valueXml(member)}</member>`)
  return `<value><struct>${members.join('')}</struct></value>`
}

/** Text as XML can hold it: without the characters that it has no way to write. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    .replace(/\r/g, '&#13;')

function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

/** The answer in a text; null where it is none of XML-RPC. What stands before it, a warning of PHP, is passed over. */
export function readXmlAnswer(text: string): XmlRpcAnswer | null {
  const start = text.indexOf('<methodResponse')
  if (start < 0) return null
  const tokens = text.slice(start).matchAll(TOKEN)
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const tag = next.value[2]
    if (next.value[1] === '/' || (tag !== 'param' && tag !== 'fault')) continue
    const value = firstValue(tokens)
    if (value === undefined) return null
    if (tag === 'param') return { value }
    const { faultCode, faultString } = value as { readonly faultCode?: unknown; readonly faultString?: unknown }
    return { fault: { code: Number(faultCode ?? 0), message: typeof faultString === 'string' ? faultString : '' } }
  }
  return null
}

/** A tag, with its slashes and its name, or the words up to the next. */
const TOKEN = /<(\/?)([A-Za-z][\w.:]*)[^<>]*?(\/?)>|<!\[CDATA\[([^]*?)\]\]>|([^<]+)/g

type Tokens = Iterator<RegExpExecArray>

/** How deep a value may lie in others. */
const DEEPEST = 32

function firstValue(tokens: Tokens): unknown {
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) if (next.value[2] === 'value' && next.value[1] === '') return valueOf(tokens, 0)
  return undefined
}

/** What stands up to the end of a `<value>`. */
function valueOf(tokens: Tokens, depth: number): unknown {
  let type: string | null = null
  let words = ''
  let value: unknown
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const [, slash, tag, empty, raw, text] = next.value
    if (tag === undefined) {
      // Behind a value that has a type only the lines are set apart.
      if (type === null) words += raw ?? decodeReferences(text ?? '')
    } else if (slash === '/') {
      if (tag === 'value') break
    } else if (depth > DEEPEST) throw new RangeError('An answer of XML-RPC lies too deep.')
    else if (tag === 'struct' || tag === 'array') {
      type = tag
      if (empty !== '/') value = tag === 'struct' ? structOf(tokens, depth + 1) : arrayOf(tokens, depth + 1)
      value ??= tag === 'struct' ? {} : []
    } else {
      type = tag
      words = ''
      if (empty !== '/') words = untilEnd(tokens, tag)
    }
  }
  return scalar(type, words, value)
}

function untilEnd(tokens: Tokens, tag: string): string {
  let words = ''
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    if (next.value[2] === tag && next.value[1] === '/') break
    if (next.value[2] === undefined) words += next.value[4] ?? decodeReferences(next.value[5] ?? '')
  }
  return words
}

function scalar(type: string | null, words: string, value: unknown): unknown {
  if (type === 'struct' || type === 'array') return value
  if (type === 'int' || type === 'i4' || type === 'i8' || type === 'double') return Number(words)
  if (type === 'boolean') return words.trim() === '1' || words.trim() === 'true'
  return words
}

function structOf(tokens: Tokens, depth: number): Record<string, unknown> {
  const members: [string, unknown][] = []
  let name = ''
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const [, slash, tag] = next.value
    if (slash === '/' && tag === 'struct') break
    if (slash === '' && tag === 'name') name = untilEnd(tokens, 'name')
    else if (slash === '' && tag === 'value') members.push([name, valueOf(tokens, depth)])
  }
  return Object.fromEntries(members)
}

function arrayOf(tokens: Tokens, depth: number): unknown[] {
  const values: unknown[] = []
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const [, slash, tag] = next.value
    if (slash === '/' && tag === 'array') break
    if (slash === '' && tag === 'value') values.push(valueOf(tokens, depth))
  }
  return values
}
