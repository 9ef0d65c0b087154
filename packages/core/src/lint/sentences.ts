const LONGEST = 600

/** A sentence of a passage, as the blame rule reads it. */
export interface Sentence {
  /** Without quotations and addresses, which are not the author’s words: `¤`, as long as they were. */
  readonly text: string
  /** Where it begins in its passage. */
  readonly at: number
  /** Whether it is a question. */
  readonly asked: boolean
  /** What comes right behind it. */
  readonly next: string
}

/** The sentences of a passage’s text, in pieces that time can be spent on. */
export function* sentencesOf(text: string): Generator<Sentence> {
  const own = masked(text)
  for (const [from, to] of spans(own)) yield { text: own.slice(from, to), at: from, asked: own[to] === '?', next: nextOf(own, to) }
}

function masked(text: string): string {
  return text.replace(QUOTED, (quote) => '¤'.repeat(quote.length))
}

const QUOTED = new RegExp(
  [
    String.raw`"[^"\n]{2,300}"`,
    String.raw`“[^”\n]{2,300}”`,
    String.raw`«[^»\n]{2,300}»`,
    String.raw`‘[^’\n]{2,200}’(?!\w)`,
    String.raw`(?<![\w'])'[^'\n]{2,200}'(?!\w)`,
    String.raw`https?:\/\/\S{1,2000}`,
  ].join('|'),
  'g',
)

function* spans(text: string): Generator<readonly [number, number]> {
  let from = 0
  for (const match of text.matchAll(/[.!?;](?=\s|$)| [-–—] |$/g)) {
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, match.index - 8), match.index))) continue
    for (let at = from; at < match.index; at += LONGEST) yield [at, Math.min(match.index, at + LONGEST)]
    from = match.index + match[0].length
  }
}

/** A point behind one of these ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|sr|jr|vs|approx|no|fig|sec|capt|sgt|lt|col|gen|rev|hon|e\.g|i\.e|[A-Z])$/i

/** The sentence behind the one that ends at `to`. */
function nextOf(text: string, to: number): string {
  return /^[.;!] +([^.!?;]{1,200})/.exec(text.slice(to, to + 210))?.[1] ?? ''
}
