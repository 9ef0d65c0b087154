import type { Found } from './finding.ts'
import { foundAt, type Passage } from './passages.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { sectionLabel } from './sections.ts'

const SECTION = /\b(?:follow[- ]?ups?|action items?|review actions|next steps|corrective (?:actions|measures)|actions)\b/i
const TICKET = /https?:\/\/|\]\(|\]\[|(?:^|[\s([])#\d+\b|\b[A-Z][A-Z0-9]{1,9}-\d+\b/
const DONE = /\[x\]|✅|✔|\b(?:done|completed|fixed|finished|closed|implemented)\b/i
const OWNER = /(?:^|[\s([|])@[\w-]+|\b(?:owner|assignee|assigned|responsible|dri)\b|:person\[/i
const DATE =
  /\d{4}-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:by|before|due|until|on) (?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bQ[1-4]\b|\b(?:this|next) (?:week|month|quarter|sprint)\b|\bend of\b/i

/** Items under a follow-up heading without an owner or a date. A ticket in the item is both; what is done needs neither. */
export function followUps(passages: readonly Passage[], source: string, known: ReadonlySet<string>): Found[] {
  const lines = source.split(/\r\n|\r|\n/)
  const found: Found[] = []
  let section: Passage | null = null
  let header: readonly string[] = []
  for (const [index, passage] of passages.entries()) {
    if (passage.kind === 'heading') {
      const deeper = section !== null && passage.depth > section.depth
      if (!deeper) section = SECTION.test(sectionLabel(passage) ?? '') ? passage : null
      continue
    }
    if (section === null) continue
    if (passage.header)
      header =
        passages[index - 1]?.header === true && header.length < 40
          ? [...header, passage.text.slice(0, 80)]
          : passages[index - 1]?.header === true
            ? header
            : [passage.text.slice(0, 80)]
    const isRow = passage.row !== null && passages[index - 1]?.row !== passage.row && !passage.header
    const isItem = passage.row === null && passage.listDepth === 1 && passages[index - 1]?.line !== passage.line
    if ((!isRow && !isItem) || passage.text.trim().length < 8 || /^(?:none|n\/a|no )/i.test(passage.text.trim())) continue
    const nextTop = nextItem(passages, index)
    const raw = lines
      .slice(
        passage.line - 1,
        isRow ? passage.line : nextTop < 0 ? passage.line + 3 : Math.max(passage.line, (passages[nextTop]?.line ?? passage.line + 1) - 1),
      )
      .join('\n')
    if (TICKET.test(raw) || DONE.test(raw)) continue
    const columns = isRow ? header.join(' ') : ''
    const cells = isRow ? raw.split('|').filter((cell) => cell.trim() !== '').length : 0
    const full = isRow && cells >= header.length && cells > 1
    const say = (rule: string, what: string): number =>
      found.push(
        foundAt(passage, [0, passage.text.length], {
          rule,
          message: `This follow-up has no ${what}.`,
          hint: `Add ${what === 'owner' ? 'who takes care of it' : 'when it is due'}, or link its ticket.`,
        }),
      )
    const named = [...passage.text.matchAll(/\p{Lu}\p{L}+/gu)].some(([word]) => known.has(word.toLowerCase()) || GIVEN_NAMES.has(word.toLowerCase()))
    if (!OWNER.test(raw) && !named && !(full && /owner|assignee|who|responsible|dri/i.test(columns))) say('follow-up-owner', 'owner')
    if (!DATE.test(raw) && !(full && /date|due|when|deadline|eta/i.test(columns))) say('follow-up-date', 'date')
  }
  return found
}

/** Where the next item, row or heading begins; -1 at the end. */
function nextItem(passages: readonly Passage[], index: number): number {
  for (let at = index + 1; at < passages.length; at++) {
    const one = passages[at]
    if (one !== undefined && (one.row === null || one.row !== passages[index]?.row) && (one.listDepth <= 1 || one.kind === 'heading')) return at
  }
  return -1
}
