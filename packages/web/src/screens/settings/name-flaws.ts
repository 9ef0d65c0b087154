/** What is wrong with each of the names of a list: it is empty, it is that of one above, or nothing (null). */
export function nameFlaws(names: readonly string[]): readonly ('empty' | 'twice' | null)[] {
  const seen = new Set<string>()
  return names.map((name) => {
    const plain = name.trim().toLowerCase()
    if (plain === '') return 'empty'
    if (seen.has(plain)) return 'twice'
    seen.add(plain)
    return null
  })
}
