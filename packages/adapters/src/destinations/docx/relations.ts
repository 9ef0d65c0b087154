import { XML_DECLARATION, xmlAttribute } from './xml.ts'

/** The relationships of one part: what it points at, inside the package and outside (ECMA-376 part 2, 9.3). */
export interface Relations {
  /** The id for a target, made once per target. */
  idOf(kind: RelationKind, target: string): string
  /** The `<Relationship>` elements, in the order in which they were asked for. */
  elements(): string
}

export type RelationKind = keyof typeof KINDS

const KINDS = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  footnotes: 'footnotes',
  header: 'header',
  footer: 'footer',
  image: 'image',
  hyperlink: 'hyperlink',
  fonts: 'fontTable',
} as const

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The full name of a relationship's kind. */
export function relationType(kind: RelationKind): string {
  return `${OFFICE}/${KINDS[kind]}`
}

/** Relationships whose ids begin with `prefix`, which nothing else in the part uses. */
export function newRelations(prefix: string): Relations {
  const ids: Partial<Record<RelationKind, Map<string, string>>> = {}
  const elements: string[] = []
  return {
    idOf(kind, target) {
      const ofKind = (ids[kind] ??= new Map<string, string>())
      const known = ofKind.get(target)
      if (known !== undefined) return known
      const id = `${prefix}${elements.length + 1}`
      ofKind.set(target, id)
      const outside = kind === 'hyperlink' ? ' TargetMode="External"' : ''
      elements.push(`<Relationship Id="${id}" Type="${relationType(kind)}" Target="${xmlAttribute(target)}"${outside}/>`)
      return id
    },
    elements: () => elements.join(''),
  }
}

/** A whole `.rels` part of these elements. */
export function relationsPart(elements: string): string {
  return `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`
}
