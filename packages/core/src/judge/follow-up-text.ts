/** Parts of a message's Markdown that can each be a thing to do: its lines, and the sentences in them. Links, code and directives are never cut. */
export function sentencesOf(markdown: string): string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  let code = false
  for (let index = 0; index < markdown.length; index++) {
    const sign = markdown.charAt(index)
    if (sign === '\\') index += 1
    else if (sign === '`') code = !code
    else if (code && sign !== '\n') continue
    else if (OPENING.has(sign)) depth += 1
    else if (CLOSING.has(sign)) depth = Math.max(0, depth - 1)
    else if (sign === '\n' || (depth === 0 && (sign === '.' || sign === '!' || sign === '?') && /\s/.test(markdown.charAt(index + 1)))) {
      parts.push(markdown.slice(start, index + 1))
      start = index + 1
      if (sign === '\n') {
        depth = 0
        code = false
      }
    }
  }
  parts.push(markdown.slice(start))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const OPENING = new Set('[({')
const CLOSING = new Set('])}')

/** A check box and what stands behind it; null for a line that has none. */
export function checkBox(line: string): { readonly done: boolean; readonly text: string } | null {
  const match = /^(?:[-*+]\s+|\d{1,3}[.)]\s+)?\\?\[([ xX]?)\\?\]\s*(\S.*)$/.exec(line)
  return match === null ? null : { done: match[1] === 'x' || match[1] === 'X', text: match[2] ?? '' }
}

/**
 * What is to be done, without the words that only say that it is: `Action item for me: add a queue` → `Add a queue`; of a long one, without the sentence
 * that follows a comma to say why. Empty when nothing is left.
 */
export function taskOf(sentence: string): string {
  const said = sentence
    .replace(/^(?:[-*+\u2022]|\d{1,3}[.)])\s+/, '')
    .replace(/^(?:(?:and|so|ok(?:ay)?|also|then|\+1),? )+/i, '')
    .replace(AHEAD, '')
    .replace(MARKER, '')
    .replace(/^\d{1,3}[.)]\s+/, '')
    .replace(
      /^(?:(?:next (?:week|sprint|month)|tomorrow|later),? )?(?:and |so )?(?:i think )?(?:we|i) ?(?:(?:really|probably|also) )?(?:should|need to|must|ought to|have to|will|'ll|\u2019ll)(?: (?:really|probably|also))? /i,
      '',
    )
    .replace(/[.;,\s]+$/, '')
  const whole = shortened(said)
  const emphasis = (whole.match(/(?<!\\)\*/g) ?? []).length % 2 === 1 ? whole.replace(/(?<!\\)\*+/g, '') : whole
  const first = emphasis.codePointAt(0)
  if (first === undefined) return ''
  const letter = String.fromCodePoint(first)
  return `${letter.toUpperCase()}${emphasis.slice(letter.length)}`
}

/** Up to the comma, semicolon or dash after which another sentence begins, when the whole is long and the first part says enough. Links, code and quotations stay whole. */
function shortened(task: string): string {
  if (task.length <= LONG) return task
  for (const match of task.matchAll(NEXT_SENTENCE)) {
    const head = task.slice(0, match.index)
    if (head.split(' ').length >= 4 && isWhole(head)) return head.replace(/[.;,\s]+$/, '')
  }
  return task
}

function isWhole(head: string): boolean {
  const count = (sign: string): number => head.split(sign).length - 1
  return count('`') % 2 === 0 && count('[') === count(']') && count('(') === count(')') && count('“') === count('”') && count('"') % 2 === 0
}

const LONG = 70
const NEXT_SENTENCE =
  /(?:[,;]| [\u2013\u2014-]) (?:(?:because|since|as|otherwise|right now|currently|today|at the moment|apparently|it turns out) |(?:and |but )?(?:the|it|its|it's|we|they|this|that|these|those|there|i|i'm|nobody|everybody|our|his|her|their)(?:'s|\u2019s|'ve|'re|'ll)? (?:[\w'\u2019-]+ ){0,2}?(?:[\w-]+ed|is|are|was|were|has|have|had|only|never|always|can|could|cannot|does|doesn't|do|don't|did|didn't|would|will|should|took|takes|ran|runs|keeps?|makes?|told|tells?|came|comes|went|goes|fails?|breaks?|broke|got|gets?|still)\b)/gi

/** `for Monday: `, `next steps: `. */
const AHEAD =
  /^(?:(?:for |on |by )?(?:tomorrow|tmrw?|to not forget|not to forget|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|sprint|month|quarter)|(?:this|later this|the coming) week)(?: morning| afternoon)?|(?:(?:the|our) )?(?:next|further|open|remaining|outstanding) (?:steps?|points?|tasks?)(?: are| is)?)\s*[:\u2013\u2014-]\s+/i

const MARKER =
  /^(?:\*\*|__)?(?:(?:AIs?|actions?(?: items?| points?)?|follow[- ]?ups?|to-?do|to do)\b(?: (?:for|from) (?:me|us|the team|[a-z]+ team|(?:next )?(?:week|sprint)|tomorrow|(?:mon|tues|wednes|thurs|fri)day|@?[\p{L}\p{N}._-]+(?: \p{Lu}\p{L}+)?|:person\[[^\]]*\]\{[^}]*\}))?)(?:\*\*|__)?(?:\s*[:\u2013\u2014-]+\s*(?:\*\*)?|\s+(?!up\b|items?\b)|$)/iu
