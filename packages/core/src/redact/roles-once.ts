import type { PhrasingContent } from 'mdast'

/** What somebody without a role of their own is called. */
export const ENGINEER = 'an engineer'

/** Roles that are listed after one another, each said once: `an engineer, an engineer, the owner, an engineer` is `engineers and the owner`. */
export function rolesOnce(roles: ReadonlySet<string>): (text: string) => string {
  const one = [...roles, ENGINEER]
    .map((role) => role.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&'))
    .toSorted((a, b) => b.length - a.length)
    .join('|')
  const list = new RegExp(`(?<![\\p{L}\\p{N}])(?:${one})(?:(?:, and |, | and | & )(?:${one})(?![\\p{L}\\p{N}'\u2019]))+`, 'giu')
  const item = new RegExp(one, 'giu')
  return (text) =>
    text.replace(list, (whole) => {
      const said = (whole.match(item) ?? []).map((role) => role.toLowerCase())
      const counts = Map.groupBy(said, (role) => role)
      if (counts.size === said.length) return whole
      const once = [...counts].map(([role, { length }]) => (role === ENGINEER && length > 1 ? 'engineers' : originalOf(role, roles)))
      const words = once.length < 2 ? once.join('') : `${once.slice(0, -1).join(', ')} and ${once.at(-1) ?? ''}`
      return /^\p{Lu}/u.test(whole) ? words.charAt(0).toUpperCase() + words.slice(1) : words
    })
}

const originalOf = (lower: string, roles: ReadonlySet<string>): string => [...roles].find((role) => role.toLowerCase() === lower) ?? lower

/** The same over inline content, with texts beside each other taken as one. */
export function nodesWithRolesOnce(nodes: readonly PhrasingContent[], once: (text: string) => string): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') result[result.length - 1] = { ...last, value: last.value + node.value }
    else result.push(node)
  }
  return result.map((node) => {
    if (node.type === 'text') return { ...node, value: once(node.value) }
    return 'children' in node ? { ...node, children: nodesWithRolesOnce(node.children, once) } : node
  })
}
