/** Weights as lines of a weight and the traits that have it, the greatest first: what `readWeights` reads. `least`: what they are rounded to; those below `nothing` are left out. */
export function weightLines(weights: ReadonlyMap<string, number>, { least, nothing }: { readonly least: number; readonly nothing: number }): string[] {
  const rows = new Map<number, string[]>()
  for (const [trait, weight] of weights) {
    const rounded = Math.round(weight / least)
    if (Math.abs(weight) >= nothing && !/[`$\\]/.test(trait)) rows.set(rounded, [...(rows.get(rounded) ?? []), trait.replaceAll(' ', '_')])
  }
  return [...rows].sort(([one], [other]) => other - one).flatMap(([rounded, traits]) => wrapped(`${(rounded * least).toFixed(2)}:`, traits.sort()))
}

function wrapped(head: string, traits: readonly string[]): string[] {
  const lines: string[] = [head]
  for (const trait of traits) {
    if ((lines.at(-1) ?? '').length + trait.length > 156) lines.push(head)
    lines.push(`${lines.pop() ?? ''} ${trait}`)
  }
  return lines
}
