/** Lines of a weight and the traits that have it (`0.40: idiot on_him #motive`) → trait → weight. */
export function readWeights(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const line of text.trim().split('\n')) {
    const [head = '', ...traits] = line.split(' ')
    for (const trait of traits) found.set(trait.replaceAll('_', ' '), Number.parseFloat(head))
  }
  return found
}
