import type { BlockContent, PhrasingContent } from 'mdast'
import type { Finding } from '../incident.ts'
import { parseInline } from '../markdown.ts'
import type { Filling } from '../template/filling.ts'
import { container, list, paragraph, placeholder, text } from '../template/nodes.ts'
import type { Block } from './block.ts'

const KINDS = ['contributor', 'mitigator', 'learning', 'risk'] as const
const CATEGORIES = ['technical', 'human', 'external', null] as const

const TO_WRITE: Readonly<Record<string, string>> = {
  contributor: 'To be written: what had to be true for this to happen?',
  mitigator: 'To be written: what kept it from being worse?',
  learning: 'To be written: what did we learn?',
  risk: 'To be written: which wider risks does it point at?',
}

/** The contributors, mitigators, learnings or risks that somebody stated; people go on from there. */
export const findings: Block = {
  name: 'findings',
  sentence: 'The contributors, mitigators, learnings or risks that somebody stated. Nothing is made up: without any, the block says what is to be written.',
  example: '::findings{kind=contributor by=category}',
  attributes: [
    { name: 'kind', sentence: 'Which findings.', values: KINDS },
    { name: 'by', sentence: 'Contributors under Technical, Human and External.', values: ['category'] },
  ],
  fill(attributes, filling) {
    return [container('generated', { of: 'findings', ...attributes }, content(attributes['kind'] ?? 'contributor', attributes['by'] === 'category', filling))]
  },
}

function content(kind: string, byCategory: boolean, { incident, blank }: Filling): BlockContent[] {
  const found = incident.findings.map(({ value }) => value).filter((finding) => finding.kind === kind && finding.text.trim() !== '')
  if (found.length === 0 && blank && byCategory)
    return CATEGORIES.flatMap((category) => (category === null ? [] : [paragraph(text(titleOf(category))), list([[placeholder('[what had to be true]')]])]))
  if (found.length === 0) return [paragraph(placeholder(TO_WRITE[kind] ?? 'To be written.'))]
  if (!byCategory || found.every(({ category }) => category === null)) return [list(found.map(words))]
  return CATEGORIES.flatMap((category) => {
    const theirs = found.filter((finding) => finding.category === category)
    return theirs.length === 0
      ? []
      : [paragraph({ type: 'strong', children: [text(category === null ? 'Other' : titleOf(category))] }), list(theirs.map(words))]
  })
}

function words(finding: Finding): PhrasingContent[] {
  const nodes = parseInline(finding.text)
  return nodes.length === 0 ? [placeholder('no words')] : nodes
}

function titleOf(category: string): string {
  return category.charAt(0).toUpperCase() + category.slice(1)
}
