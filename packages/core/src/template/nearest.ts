/** The hint for an unknown name: the nearest known one, where one is near, and all that are known. */
export function knownNames(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  const list = known.length === 0 ? 'None is known here.' : `Known: ${known.join(', ')}.`
  return near === null ? list : `Did you mean \`${near}\`? ${list}`
}

function nearest(name: string, known: readonly string[]): string | null {
  const wanted = plain(name)
  let best: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const steps = distance(wanted, plain(candidate))
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best
}

const plain = (name: string): string => name.slice(0, 60).toLowerCase().replace(/[_\s]/g, '-')

/** Levenshtein's distance: how many characters to add, take away or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, character] of Array.from(from).entries()) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column++) {
      const change = (row[column - 1] ?? 0) + (to[column - 1] === character ? 0 : 1)
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[to.length] ?? 0
}
