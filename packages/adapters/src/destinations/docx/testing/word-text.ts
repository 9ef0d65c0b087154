import type { Element, Node } from '@xmldom/xmldom'

/** The elements directly inside a node. */
export function childrenOf(node: Node): Element[] {
  const children: Element[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (child.nodeType === 1) children.push(child as Element)
  return children
}

/** The elements of that name anywhere inside one, in order. (A list of the parser's own looks through everything again at each step.) */
export function within(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => (child.tagName === name ? [child, ...within(child, name)] : within(child, name)))
}

const childNamed = (element: Element, name: string): Element | null => childrenOf(element).find((child) => child.tagName === name) ?? null

/** `w:val` of the first element of that name among a paragraph's or table's properties. */
export function property(element: Element, name: string): string | null {
  const properties = childrenOf(element).find((child) => /^w:(?:p|tbl|r)Pr$/.test(child.tagName))
  const found = properties === undefined ? undefined : within(properties, name)[0]
  return found === undefined ? null : (found.getAttribute('w:val') ?? '')
}

/** What stands there, without what Word's own fields and check boxes show. Paragraphs, breaks and tabs are white space. */
export function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.parentNode !== null && (node.parentNode as Element).tagName === 'w:t' ? (node.nodeValue ?? '') : ''
  if (node.nodeType !== 1) return ''
  const element = node as Element
  switch (element.tagName) {
    case 'w:fldSimple':
    case 'w:sdt':
    case 'w:pPr':
    case 'w:rPr':
      return ''
    case 'w:tab':
      return '\t'
    case 'w:br':
      return '\n'
    case 'wp:docPr':
      return element.getAttribute('descr') ?? ''
    default: {
      let inner = ''
      for (let child = element.firstChild; child !== null; child = child.nextSibling) inner += wordsOf(child)
      return element.tagName === 'w:p' ? `${inner} ` : inner
    }
  }
}

/** Twips that a paragraph or a table is indented by. */
export function indentOf(block: Element): number {
  const properties = childrenOf(block).find(({ tagName }) => tagName === 'w:pPr' || tagName === 'w:tblPr')
  const indent = properties === undefined ? null : (childNamed(properties, 'w:ind') ?? childNamed(properties, 'w:tblInd'))
  return Number(indent?.getAttribute('w:left') ?? indent?.getAttribute('w:w') ?? 0)
}
