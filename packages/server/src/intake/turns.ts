/**
 * Lets deliveries that may be of one incident come one after the other, in the order of their coming, and all others at once. Whoever waits here holds no connection
 * of the database. (Other processes are held off by the lock on the keys.)
 */
export interface Turns {
  take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>
}

export function openTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return {
    async take(keys, work) {
      const before = keys.flatMap((key) => last.get(key) ?? [])
      const mine = Promise.withResolvers<void>()
      for (const key of keys) last.set(key, mine.promise)
      try {
        await Promise.all(before)
        return await work()
      } finally {
        mine.resolve()
        for (const key of keys) if (last.get(key) === mine.promise) last.delete(key)
      }
    },
  }
}
