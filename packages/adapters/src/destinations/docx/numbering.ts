/** The lists of one document as Word counts them: every list is an instance (`w:num`) of one of three kinds (`w:abstractNum`; ECMA-376 part 1, 17.9). */
export interface Numbering {
  /** The instance for a list; ordered lists count for themselves, so each has its own. */
  idOf(kind: ListKind, level: number, start: number): number
  /** The kinds and the instances as XML; a numbering part lists all kinds before all instances. */
  elements(): { readonly kinds: string; readonly instances: string }
}

/** `plain` has no mark: tasks, whose mark is their check box, and key information. */
export type ListKind = 'bullet' | 'ordered' | 'plain'

/** Twips that each level is indented by. */
export const LEVEL_INDENT = 360

/** The deepest level that Word has. Deeper items look like it. */
export const DEEPEST_LEVEL = 8

/** The largest number that Word lets a list start with. */
export const LARGEST_START = 32_767

const KINDS: readonly ListKind[] = ['bullet', 'ordered', 'plain']
const BULLETS = ['\u2022', '\u2013'] as const

/** Numbering whose ids begin where a company's own file leaves off. */
export function newNumbering(firstKind: number, firstInstance: number): Numbering {
  const used = new Map<ListKind, number>()
  const instances: string[] = []
  let next = firstInstance
  const add = (kind: ListKind, override: string): number => {
    const id = next++
    instances.push(`<w:num w:numId="${id}"><w:abstractNumId w:val="${firstKind + KINDS.indexOf(kind)}"/>${override}</w:num>`)
    return id
  }
  return {
    idOf(kind, level, start) {
      if (kind === 'ordered') {
        used.set(kind, 0)
        return add(kind, `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`)
      }
      const known = used.get(kind)
      if (known !== undefined) return known
      const id = add(kind, '')
      used.set(kind, id)
      return id
    },
    elements() {
      const kinds = KINDS.filter((kind) => used.has(kind)).map((kind) => kindElement(kind, firstKind + KINDS.indexOf(kind)))
      return { kinds: kinds.join(''), instances: instances.join('') }
    },
  }
}

function kindElement(kind: ListKind, id: number): string {
  const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => levelElement(kind, level)).join('')
  // The long hexadecimal number ties copies of a list together when documents are pasted into each other; it must differ between kinds.
  return `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="4B1A3E0${KINDS.indexOf(kind)}"/><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`
}

function levelElement(kind: ListKind, level: number): string {
  const format = kind === 'ordered' ? 'decimal' : 'bullet'
  const text = kind === 'ordered' ? `%${level + 1}.` : kind === 'bullet' ? (BULLETS[level % BULLETS.length] ?? '') : ''
  const suffix = kind === 'plain' ? '<w:suff w:val="nothing"/>' : ''
  const hanging = kind === 'ordered' ? LEVEL_INDENT + 20 : LEVEL_INDENT
  const left = (level + 1) * LEVEL_INDENT + (kind === 'ordered' ? 20 : 0)
  const run = kind === 'bullet' ? '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:hint="default"/><w:color w:val="5B6472"/></w:rPr>' : ''
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${suffix}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr>${run}</w:lvl>`
}
