import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { Room, RoomState } from './room.ts'

/** A post-mortem's room while the component is there; null at first, until its code has come, which no text waits for that is only to be read. `attempt` opens it anew when it is another. */
export function useRoom(postMortem: string, member: string, attempt = ''): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    let opened: Room | null = null
    let gone = false
    import('./room.ts').then(
      (code) => {
        if (gone) return
        opened = new code.Room(postMortem, member)
        setRoom(opened)
      },
      // To be met as any other code that does not come.
      (error: unknown) =>
        setRoom(() => {
          throw error
        }),
    )
    return () => {
      gone = true
      setRoom(null)
      opened?.close()
    }
  }, [postMortem, member, attempt])
  return room
}

/** One thing of how a room stands. Whoever asks for one is drawn again when that is another, and not with each key: `saving` changes twice with each. */
export function useRoomState<Name extends keyof RoomState>(room: Room | null, name: Name): RoomState[Name] {
  return useSyncExternalStore(
    useCallback((changed: () => void) => room?.watch(changed) ?? (() => undefined), [room]),
    () => (room?.state() ?? OPENING)[name],
  )
}

const OPENING: RoomState = { access: 'opening', saving: 'opening', refused: null }
