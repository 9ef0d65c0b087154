/** Words of a fault and, where it can be said without knowing more, the same without a culprit. The first that fits is taken. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?root cause (?:was|is) that\b/i, 'One contributor was that'],
  [/^(?:the )?root cause (?:was|is)\b/i, 'One contributor was'],
  [/^(?:the |a )?(?:single )?root causes?\b/i, 'a contributor'],
  [/\b(?:human|operator|user|engineer|pilot) error\b/i, 'a tool that made the wrong step easy'],
  [/^.{1,60}?\b(?:forgot|neglected) to\b/i, 'nothing reminded anybody to'],
  [/^.{1,60}?\bshould have (?:known|noticed|seen)\b/i, 'nothing showed'],
  [/^.{1,60}?\bshould have\b/i, 'nothing made it easy to see that somebody had to have'],
  [/^.{1,60}?\b(?:failed|did not manage) to\b/i, 'nothing made sure that anybody could'],
  [/^.{1,60}?\b(?:ignored|overlooked|missed)\b/i, 'nothing drew attention to'],
  [/^.{1,60}?\b(?:accidentally|mistakenly|carelessly|wrongly|negligently) (?=\w)/i, 'the tools let somebody who '],
  [/^.{1,60}?\b(?:broke|took down|brought down|crashed)\b/i, 'a change took down'],
]

/** What could be said instead of the words that lint found; null where only its hint helps. */
export function betterWording(rule: string, words: string, hint: string): string | null {
  if (rule === 'zone-season') return /^Write (\S+), or use UTC\.$/.exec(hint)?.[1] ?? null
  if (rule !== 'blame' && rule !== 'single-cause') return null
  const [pattern, instead] = INSTEAD.find(([pattern]) => pattern.test(words)) ?? []
  if (pattern === undefined || instead === undefined) return null
  const said = words.replace(pattern, instead)
  return /^\p{Lu}/u.test(words) ? said.charAt(0).toUpperCase() + said.slice(1) : said
}
