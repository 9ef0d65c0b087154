/** `Chris: rollback` in a line by hand names who did it; a word that labels the line does not. */
const SPEAKER = /^(@?\p{Lu}[\p{L}'.-]{1,20}(?: \p{Lu}[\p{L}'.-]{0,20})?):\s+(\S.*)$/u
/** Words that label a line, or head one, and are nobody's name. */
export const LABELS =
  /^(?:update|note|status|impact|fix|action|result|root|cause|detected|resolved|identified|mitigated|started|ended|summary|alert|deploy|incident|warning|error|info|utc)\b/i

/** A name that only those who know people can tell from words: in letters that are neither large nor small (`محمد العلي`, `陈伟`), or of many parts (`Grace Okonkwo de la Cruz`). */
const POSSIBLE =
  /^(@?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?: (?:(?:de|del|della|der|den|di|da|do|dos|la|le|van|von|zu|y|e|bin|ibn|al|el|ten|ter) )*[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}){0,5})[:：]\s*(\S.*)$/u

/** Who a line by hand says did it, and what stands behind the name. */
export interface Spoken {
  readonly who: string
  readonly text: string
}

/** Reads who begins a line of a text. A possible name is one where it begins two lines of the text or more. */
export function speakersOf(texts: readonly string[]): (text: string) => Spoken | null {
  const often = new Map<string, number>()
  for (const text of texts) {
    const name = POSSIBLE.exec(text)?.[1]
    if (name !== undefined) often.set(name, (often.get(name) ?? 0) + 1)
  }
  return (text) => {
    const sure = SPEAKER.exec(text)
    const match = sure ?? POSSIBLE.exec(text)
    const who = match?.[1] ?? ''
    if (match === null || LABELS.test(who) || (sure === null && (often.get(who) ?? 0) < 2)) return null
    return { who: who.replace(/^@/, ''), text: match[2] ?? '' }
  }
}
