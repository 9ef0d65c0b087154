/** An element of XML as it is read: names with their prefixes, as every program writes those of WordprocessingML. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/**
 * XML → its root element; null where it is none. A reader for files that programs wrote: no entities but the five and numbers, so that none can grow; what is not well
 * formed is passed over.
 */
export function xmlTree(text: string): XmlElement | null {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  for (const match of text.matchAll(TOKENS)) {
    const [token, data, closing, name, attributes = '', empty] = match
    const here = open.at(-1) ?? root
    if (closing !== undefined) {
      if (open.length > 1 && here.name === closing) open.pop()
    } else if (name !== undefined) {
      const element: Open = { name, attributes: attributesOf(attributes), children: [] }
      here.children.push(element)
      if (empty !== '/' && open.length < DEEPEST) open.push(element)
    } else if (data !== undefined) here.children.push(data)
    else if (!token.startsWith('<')) here.children.push(decoded(token))
  }
  return root.children.find((child) => typeof child !== 'string') ?? null
}

const DEEPEST = 500
const TOKENS =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [match[1], decoded(match[2] ?? match[3] ?? '')]))
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The elements directly in an element. */
export function elementsIn(element: XmlElement | null | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')
}

/** The first element of a path of names; null where a step is missing. */
export function elementAt(element: XmlElement | null | undefined, ...path: readonly string[]): XmlElement | null {
  let here: XmlElement | null = element ?? null
  for (const step of path) here = elementsIn(here).find(({ name }) => name === step) ?? null
  return here
}

/** The value (`w:val`) of the first element of a path; null where there is none. */
export function valueOf(element: XmlElement | null | undefined, ...path: readonly string[]): string | null {
  return elementAt(element, ...path)?.attributes['w:val'] ?? null
}

/** Whether a property like `w:b` is on: it is there, and does not say no. */
export function isOn(properties: XmlElement | null, name: string): boolean {
  const element = elementAt(properties, name)
  return element !== null && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '')
}

/** Every element of a name, however deep. */
export function within(element: XmlElement | null, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = [...elementsIn(element)].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next)
    waiting.push(...elementsIn(next).reverse())
  }
  return found
}

/** All text in an element. */
export function textIn(element: XmlElement | null): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}
