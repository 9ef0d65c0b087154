/** Does the work for each item, two at once, begun in their order: what this house runs keeps about one core busy each. */
export async function twoAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const inTurn = async (): Promise<void> => {
    for (const item of waiting) await work(item)
  }
  await Promise.all([inTurn(), inTurn()])
}
