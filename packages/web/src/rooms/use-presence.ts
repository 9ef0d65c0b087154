import { useEffect, useState } from 'react'
import type { Room } from './room.ts'

/** Somebody who has a text open. */
export interface Present {
  readonly id: string
  readonly name: string
  /** Which of the eight colours their caret has. */
  readonly colour: number
  readonly isMe: boolean
}

/** Which of the eight colours of carets is a member's: the same in every browser. */
export function colourOf(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return sum % 8
}

/** Everybody who has the text open, each once, oneself first. */
export function usePresence(room: Room | null, me: { readonly id: string; readonly name: string }): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>([])
  useEffect(() => {
    const awareness = room?.provider.awareness ?? null
    if (awareness === null) return undefined
    const look = (): void => {
      const people = new Map([[me.id, { ...me, colour: colourOf(me.id), isMe: true }]])
      for (const { user } of awareness.getStates().values() as Iterable<{ user?: { id?: unknown; name?: unknown } }>) {
        if (typeof user?.id === 'string' && typeof user.name === 'string' && !people.has(user.id))
          people.set(user.id, { id: user.id, name: user.name, colour: colourOf(user.id), isMe: false })
      }
      const next = [...people.values()]
      setPresent((before) => (before.map(({ id }) => id).join(' ') === next.map(({ id }) => id).join(' ') ? before : next))
    }
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [room, me.id, me.name])
  return present
}
