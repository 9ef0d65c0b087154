import { plainText, type Finding } from '@blamefree/core'
import type { Nodes, Root, RootContent } from 'mdast'

/** What a document, as it is exported without evidence, says of contributors, mitigators, learnings and risks, in words without markup, by the headings that it stands under. */
export function findingsIn({ children }: Root): Finding[] {
  const found: Finding[] = []
  let label: Finding['category'] = null
  const path: { depth: number; kind: Finding['kind'] | null; category: Finding['category'] }[] = []
  for (const node of children) {
    if (node.type === 'heading') {
      while ((path.at(-1)?.depth ?? 0) >= node.depth) path.pop()
      const title = plainText(node).toLowerCase()
      label = null
      const above = path.at(-1)
      path.push({ depth: node.depth, kind: kindOf(title) ?? above?.kind ?? null, category: categoryOf(title) ?? above?.category ?? null })
      continue
    }
    const section = path.at(-1)
    if (section?.kind === null || section === undefined) continue
    const { kind } = section
    label = labelOf(node) ?? label
    for (const { text, under } of saidIn(node, label ?? section.category)) found.push({ kind, text, category: kind === 'contributor' ? under : null })
  }
  return found.slice(0, MOST)
}

const MOST = 500

/** By the section's title, in the words that teams use. "Learnings and risks" holds learnings until a heading below says risks. */
function kindOf(title: string): Finding['kind'] | null {
  if (/\bcontribut|\bcauses?\b|what went wrong|what went badly/.test(title)) return 'contributor'
  if (/\bmitigat|what went well|what helped|where we got lucky/.test(title)) return 'mitigator'
  if (/\blearn|\blessons?\b/.test(title)) return 'learning'
  return /\brisks?\b/.test(title) ? 'risk' : null
}

function categoryOf(title: string): Finding['category'] {
  const match = /\b(technical|human|external)\b/.exec(title)
  return (match?.[1] as Finding['category'] | undefined) ?? null
}

type Category = Finding['category']

/**
 * Each list item or paragraph that says something, with the category that it stands under: a placeholder, which is all in italics, does not; and a category in bold by itself
 * ("**Technical**") says what the following are.
 */
function saidIn(node: RootContent, category: Category): { text: string; under: Category }[] {
  if (node.type === 'list') return node.children.flatMap((item) => allIn(item.children as RootContent[], category))
  if (node.type === 'containerDirective' || node.type === 'blockquote') return allIn(node.children, category)
  if (node.type !== 'paragraph' || isPlaceholder(node) || labelOf(node) !== null) return []
  const text = plainText(node).slice(0, 4000)
  return text === '' ? [] : [{ text, under: category }]
}

function allIn(nodes: readonly RootContent[], category: Category): { text: string; under: Category }[] {
  let under = category
  return nodes.flatMap((node) => {
    under = labelOf(node) ?? under
    return saidIn(node, under)
  })
}

/** The category that a paragraph in bold names; null for what says more, or something else. */
function labelOf(node: Nodes): Category {
  if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]?.type !== 'strong') return null
  return /^(?:technical|human|external)\b[^.]{0,20}$/i.test(plainText(node).trim()) ? categoryOf(plainText(node).toLowerCase()) : null
}

const isPlaceholder = (node: Nodes): boolean => node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'emphasis'
