/** Something that wants to stand at a height of a column. In pixels. */
interface Wanted {
  readonly key: string
  readonly at: number
  readonly height: number
}

/** Pixels between two items. */
const GAP = 10

/**
 * How far down each item stands, by its key: at its height, or as near under it as those before it leave room. The one that is `open` stands at its own as far as what is before it
 * fits above. `wanted` is in the order of the heights.
 */
export function placeItems(wanted: readonly Wanted[], open: string | null): Record<string, number> {
  const first = wanted.findIndex(({ key }) => key === open)
  const lowest = lowestOf(wanted.slice(0, first + 1))
  let free = 0
  return Object.fromEntries(
    wanted.map(({ key, at, height }, index) => {
      const top = Math.round(Math.min(Math.max(at, free), lowest[index] ?? Number.POSITIVE_INFINITY))
      free = top + height + GAP
      return [key, top]
    }),
  )
}

/** How far down each may stand at most, so that the last stands where it wants to. None goes further up than when all are packed from the top. */
function lowestOf(before: readonly Wanted[]): number[] {
  const packed: number[] = []
  let end = 0
  for (const { height } of before) {
    packed.push(end)
    end += height + GAP
  }
  const lowest: number[] = []
  let most = Math.max(0, before.at(-1)?.at ?? 0)
  for (const [index, { height }] of [...before.entries()].toReversed()) {
    if (index < before.length - 1) most -= GAP + height
    most = Math.max(most, packed[index] ?? 0)
    lowest[index] = most
  }
  return lowest
}
