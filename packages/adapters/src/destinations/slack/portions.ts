/** The most characters of a section block, and the most blocks of a message: 50, with its title and the footer among them. */
export const LONGEST_SECTION = 3000
const MOST_SECTIONS = 46

/** Pieces of a message as Slack takes them: too long ones in several, and what is more than fits left out with a line that says so, before the link and the footer. */
export function portions(pieces: readonly string[]): string[] {
  const cut = pieces.flatMap(inPortions)
  if (cut.length <= MOST_SECTIONS) return cut
  const tail = cut.slice(-3)
  return [...cut.slice(0, MOST_SECTIONS - tail.length - 1), 'The summary is longer than a message of Slack; the rest is in the post-mortem.', ...tail]
}

function inPortions(text: string): string[] {
  if (text.length <= LONGEST_SECTION) return [text]
  // At the end of a line or between words, never inside of a link or an escaped character.
  const window = text.slice(0, LONGEST_SECTION)
  const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '))
  const end = at > LONGEST_SECTION / 2 ? at : safeEnd(window)
  return [text.slice(0, end).trimEnd(), ...inPortions(text.slice(end).trimStart())]
}

function safeEnd(window: string): number {
  const open = Math.max(window.lastIndexOf('<'), window.lastIndexOf('&'))
  const end = open > window.length - 200 && open > 0 ? open : window.length
  return /[\ud800-\udbff]$/.test(window.slice(0, end)) ? end - 1 : end
}
