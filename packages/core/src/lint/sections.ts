import type { Root } from 'mdast'
import { plainText } from '../plain-text.ts'
import type { Found } from './finding.ts'
import { foundAt, type Passage } from './passages.ts'

/** The sections of a post-mortem and what other templates call them. */
export const SECTIONS: readonly (readonly [string, RegExp])[] = [
  ['summary', /\b(?:summary|overview|abstract|description|what happened|tl;?dr|background|identified|introduction|issue)\b/i],
  ['impact', /\b(?:impact|affected|effects?|damage|scope|severity)\b/i],
  ['timeline', /\b(?:timeline|chronology|sequence of events|key events|context|log|events)\b/i],
  ['contributors', /\b(?:contribut\w+|causes?|trigger|why|analysis|what went wrong|went poorly|vulnerabilit\w+|fault)\b/i],
  ['mitigators', /\b(?:mitigat\w+|went well|went right|lucky|resolution|recovery|remediation|response)\b/i],
  ['learnings', /\b(?:learn\w*|lessons?|risks|takeaways|conclusions?|retrospective|improve\w*|reflections?)\b/i],
  ['follow-ups', /\b(?:follow[- ]?ups?|action items?|actions|next steps|corrective|todos?|to-dos?|recommendations|prevent\w*|going forward)\b/i],
]

/** A passage that names a section: a heading, or a label such as `**Impact**:`. */
export function sectionLabel(passage: Passage): string | null {
  if (passage.kind === 'heading') return passage.text
  const label = /^([\p{L}][\p{L} /-]{2,30}):?\s*$|^([\p{L}][\p{L} /-]{2,30}):/u.exec(passage.text)
  return label?.[1] ?? label?.[2] ?? null
}

/** Sections that a post-mortem has and this one lacks: one finding for all, and none for a text that is no post-mortem. */
export function missingSections(passages: readonly Passage[]): Found[] {
  const labels = passages.flatMap((passage) => sectionLabel(passage) ?? [])
  const missing = SECTIONS.filter(([, pattern]) => !labels.some((label) => pattern.test(label)))
  if (SECTIONS.length - missing.length < 2 || missing.length === 0) return []
  const names = missing.map(([name]) => name).join(', ')
  return [
    {
      rule: 'missing-section',
      message: `Missing: ${names}.`,
      hint: 'Add these sections, under any usual name.',
      place: { line: 1, column: 1 },
      end: null,
      excerpt: '',
      suggestion: null,
    },
  ]
}

/** Headings with nothing below them. */
export function emptySections(tree: Root, passages: readonly Passage[]): Found[] {
  const byLine = new Map(passages.filter(({ kind }) => kind === 'heading').map((passage) => [passage.line, passage]))
  const found: Found[] = []
  for (const [index, node] of tree.children.entries()) {
    if (node.type !== 'heading') continue
    const next = tree.children
      .slice(index + 1, index + 12)
      .find((one) => one.type !== 'thematicBreak' && one.type !== 'definition' && !(one.type === 'html' && one.value.startsWith('<!--')))
    const passage = byLine.get(node.position?.start.line ?? 0)
    if (passage === undefined || passage.text.trim() === '' || /\d\d?[:.]\d\d/.test(passage.text)) continue
    const empty =
      next === undefined ||
      (next.type === 'heading' && next.depth <= node.depth) ||
      (next.type !== 'heading' && 'children' in next && plainText(next) === '' && next.type === 'list')
    if (!empty || (index === 0 && next !== undefined)) continue
    const message = `The section “${passage.text.trim().slice(0, 60)}” is empty.`
    found.push(foundAt(passage, [0, passage.text.length], { rule: 'empty-section', message, hint: 'Write a sentence, also “None”, or leave the section out.' }))
  }
  return found
}

const PLACEHOLDER =
  /\b(?:TODO|TBD|TBC|FIXME|XXX)\b(?! ?(?:list|app|item))|\blorem ipsum\b|\{\{[^{}\n]{1,80}\}\}|\[(?:insert|your|add|describe|name|date|link)\b[^\]\n]{0,60}\](?!\()|\bYYYY-MM-DD\b|\bHH:MM\b/g

/** What a template left behind. */
export function placeholders(passage: Passage): Found[] {
  if (passage.kind === 'heading') return []
  return [...passage.text.matchAll(PLACEHOLDER)].map((match) =>
    foundAt(passage, [match.index, match.index + match[0].length], {
      rule: 'placeholder',
      message: `“${match[0].slice(0, 60)}” is a placeholder.`,
      hint: 'Fill it in, or take it out.',
    }),
  )
}

const SEVERAL =
  /\b(?:also|another|contribut\w*|combin\w*|as well as|second\w*|additional\w*|furthermore|moreover|causes|factors?|both|together with|compounded)\b/i

const OTHER_SECTION = /\b(?:well|poorly|wrong|lucky|lessons?|learn\w*|actions?|timeline|impact|resolution|detection|opportunities)\b/i

/** One root cause where the document lists no other contributor. */
export function singleCause(passages: readonly Passage[]): Found[] {
  const labels = passages.flatMap((passage) => sectionLabel(passage) ?? [])
  if (labels.some((label) => /contribut|causes\b|factors|vulnerabilit/i.test(label))) return []
  const hint = 'List what else had to be true for this to happen, and for it to be as bad as it was, under “Contributors”.'
  const at = passages.findIndex((passage) => /\broot cause(?! analysis)\b/i.test(sectionLabel(passage) ?? ''))
  const heading = passages[at]
  if (heading?.kind === 'heading') {
    const end = passages.findIndex((passage, index) => index > at && passage.kind === 'heading' && passage.depth <= heading.depth)
    const whole = passages.slice(at + 1, end < 0 ? undefined : end)
    // A deeper heading that names another section (“Things that went well”) ends it too.
    const other = whole.findIndex(({ kind, text }) => kind === 'heading' && OTHER_SECTION.test(text))
    const body = other < 0 ? whole : whole.slice(0, other)
    const several = body.filter(({ listDepth }) => listDepth === 1).length > 1 || body.some(({ text, kind }) => SEVERAL.test(text) || kind === 'heading')
    if (several || body.length === 0) return []
    const message = 'There is one root cause here and no other contributor.'
    return [foundAt(heading, [0, heading.text.length], { rule: 'single-cause', message, hint, suggestion: contributorFor(heading.text) })]
  }
  for (const passage of passages) {
    const match =
      /\b(?:the|our) (?:only |single |sole |one |actual |real |true )?root cause (?:\w+ ){0,6}?(?:was|is)\b(?! (?:not|unknown|unclear|still|being|under|(?:identified|found|determined|discovered)(?! (?:to be|as))))|\b(?:identif\w+|determin\w+|found|established) (?:\w+ ){0,3}?root cause (?:as|to be)\b/i.exec(
        passage.text,
      )
    if (match === null || passage.quoted || SEVERAL.test(passage.text)) continue
    return [
      foundAt(passage, [match.index, match.index + match[0].length], {
        rule: 'single-cause',
        message: 'This names one root cause, and no other contributor is listed.',
        hint,
        suggestion: contributorFor(match[0]),
      }),
    ]
  }
  return []
}

/** The same words with one contributor in place of the root cause. */
function contributorFor(words: string): string | null {
  const said = words
    .replace(/^root causes?(?: analysis)?$/i, 'contributors')
    .replace(/^(?:the|our) (?:only |single |sole |one |actual |real |true )?root cause\b/i, 'one contributor')
    .replace(/\b(?:the |our )?(?:only |single |sole |one |actual |real |true )?root cause\b/i, 'one contributor')
    .replace(/\bcontributor of\b/i, 'contributor to')
  if (said === words) return null
  return /^\p{Lu}/u.test(words) ? said.charAt(0).toUpperCase() + said.slice(1) : said
}
