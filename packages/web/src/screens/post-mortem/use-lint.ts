import { useQuery } from '@tanstack/react-query'
import type { Node } from '@tiptap/pm/model'
import { useMemo } from 'react'
import { answer, api } from '../../api/client.ts'
import { isProtected } from './editor/bound.ts'
import type { LintMark } from './editor/highlights.ts'

/** A remark of lint, with its place in the text where it has one. */
export interface Remark {
  readonly id: string
  readonly rule: string
  readonly message: string
  readonly hint: string
  readonly excerpt: string
  /** What can stand in place of the words. */
  readonly suggestion: string | null
  readonly weight: LintMark['weight']
  readonly at: readonly [number, number] | null
}

/** What lint says of the text as it was last written down, at the places where its words stand now. */
export function useLint(postMortem: string, text: Node): readonly Remark[] {
  const { data } = useQuery({
    queryKey: ['post-mortem', postMortem, 'lint'],
    queryFn: () => answer(api.GET('/v1/post-mortems/{postMortem}/lint', { params: { path: { postMortem } } })),
  })
  return useMemo(() => placed(data?.findings ?? [], text), [data, text])
}

type Found = Pick<Remark, 'rule' | 'message' | 'hint' | 'excerpt' | 'suggestion' | 'weight'>

/** Where a remark's words stand in the text at this moment: the nearest to where they were when somebody last looked; null when nobody wrote them there, or they are gone. */
export function placeNow({ excerpt, at }: Pick<Remark, 'excerpt' | 'at'>, text: Node): readonly [number, number] | null {
  const words = wordsOf(excerpt)
  if (at === null || words === '') return null
  const starts = passagesOf(text).flatMap((passage) => (passage.mine ? everyPlace(words, passage.text).map((found) => passage.at + found) : []))
  const [nearest] = starts.toSorted((a, b) => Math.abs(a - at[0]) - Math.abs(b - at[0]))
  return nearest === undefined ? null : [nearest, nearest + words.length]
}

function everyPlace(words: string, text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

const wordsOf = (excerpt: string): string => excerpt.replace(/…$/, '')

interface Passage {
  readonly text: string
  /** The position of its first letter. */
  readonly at: number
  /** Whether people wrote it, and not a block that shows the facts. */
  readonly mine: boolean
}

/** Every block of words, in reading order. */
function passagesOf(text: Node): Passage[] {
  const passages: Passage[] = []
  text.forEach((block, offset) => {
    for (const passage of passagesIn(block)) passages.push({ ...passage, at: offset + passage.at })
  })
  return passages
}

/** The passages of blocks, with positions from where the block begins: most blocks are the same as when they were last looked at. */
const known = new WeakMap<Node, readonly Passage[]>()

function passagesIn(block: Node): readonly Passage[] {
  const before = known.get(block)
  if (before !== undefined) return before
  const passages: Passage[] = []
  const visit = (node: Node, at: number, mine: boolean): void => {
    if (node.isTextblock) passages.push({ text: node.textBetween(0, node.content.size, undefined, '\ufffc'), at: at + 1, mine })
    else node.forEach((child, offset) => visit(child, at + 1 + offset, mine && !isProtected(child)))
  }
  visit(block, 0, !isProtected(block))
  known.set(block, passages)
  return passages
}

function placed(findings: readonly Found[], text: Node): Remark[] {
  const passages = passagesOf(text)
  const used = new Map<string, number>()
  // Many remarks may be about the same words.
  const holding = new Map<string, readonly Passage[]>()
  return findings.map((finding, index) => {
    const { excerpt, rule } = finding
    const [words, key] = [wordsOf(excerpt), `${rule} ${excerpt}`]
    const count = used.get(key) ?? 0
    used.set(key, count + 1)
    if (!holding.has(words)) holding.set(words, excerpt === '' ? [] : passages.filter((passage) => passage.text.includes(words)))
    const passage = holding.get(words)?.[count]
    return { ...finding, id: `${rule}-${index}`, at: passage === undefined ? null : placeOf(words, passage) }
  })
}

/** Where words are in a passage that has them; null where nobody wrote them there. */
function placeOf(words: string, { text, at, mine }: Passage): readonly [number, number] | null {
  const from = at + text.indexOf(words)
  return mine ? [from, from + words.length] : null
}
