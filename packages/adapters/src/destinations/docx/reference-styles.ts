import { STYLE_KEYS, STYLES, ownStyleId, styleElement, type StyleIds, type StyleKey } from './styles.ts'
import type { XmlElement } from './xml-elements.ts'

/** The company's styles that take the place of ours, and ours that its file lacks. */
export interface MatchedStyles {
  readonly ids: StyleIds
  /** The `<w:style>` elements to append. */
  readonly missing: string
}

interface Candidate {
  readonly id: string
  readonly type: string
  readonly names: readonly string[]
  readonly outline: number | null
}

/**
 * Finds our styles in a company's: by name without regard to case (Word keeps the names of its own styles in English in the file, whatever its
 * language and whatever the ids), then by alias, then by the id Word gives in English; a heading also by its outline level, as programs that translate
 * the names keep that.
 */
export function matchStyles(root: XmlElement): MatchedStyles {
  const candidates = root.children.filter(({ name }) => name === 'w:style').map(candidateOf)
  const taken = new Set(candidates.map(({ id }) => id))
  const ids: Partial<Record<StyleKey, string>> = {}
  const missing: StyleKey[] = []
  for (const key of STYLE_KEYS) {
    const found = find(key, candidates, root)
    if (found === null) missing.push(key)
    ids[key] = found ?? fresh(ownStyleId(key), taken)
  }
  const whole = ids as StyleIds
  const byDefault = candidates.some(({ type }) => type === 'paragraph')
  return {
    ids: whole,
    missing: missing
      .map((key) => styleElement(key, whole))
      .map((element) => (byDefault ? element.replace(' w:default="1"', '') : element))
      .join(''),
  }
}

function find(key: StyleKey, candidates: readonly Candidate[], root: XmlElement): string | null {
  const { type, name } = STYLES[key]
  const ofType = candidates.filter((candidate) => candidate.type === type)
  const wanted = name.toLowerCase()
  const named =
    ofType.find(({ names }) => names[0] === wanted) ??
    ofType.find(({ names }) => names.includes(wanted)) ??
    ofType.find(({ id }) => id.toLowerCase() === ownStyleId(key).toLowerCase())
  if (named !== undefined) return named.id
  const level = /^heading (\d)$/.exec(name)?.[1]
  if (level !== undefined) return ofType.find(({ outline }) => outline === Number(level) - 1)?.id ?? null
  return key === 'normal' || key === 'characterDefault' || key === 'tableNormal' ? defaultOf(type, root) : null
}

function candidateOf(style: XmlElement): Candidate {
  const value = (parent: XmlElement | undefined, name: string): string | undefined => parent?.children.find((child) => child.name === name)?.attributes['w:val']
  const outline = value(
    style.children.find(({ name }) => name === 'w:pPr'),
    'w:outlineLvl',
  )
  const names = [value(style, 'w:name') ?? '', ...(value(style, 'w:aliases') ?? '').split(',')]
  return {
    id: style.attributes['w:styleId'] ?? '',
    type: style.attributes['w:type'] ?? 'paragraph',
    names: names.map((name) => name.trim().toLowerCase()),
    outline: outline === undefined ? null : Number(outline),
  }
}

function defaultOf(type: string, root: XmlElement): string | null {
  const style = root.children.find(
    ({ name, attributes }) => name === 'w:style' && attributes['w:type'] === type && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )
  return style?.attributes['w:styleId'] ?? null
}

function fresh(id: string, taken: Set<string>): string {
  let name = id
  for (let count = 2; taken.has(name); count += 1) name = `${id}${count}`
  taken.add(name)
  return name
}
