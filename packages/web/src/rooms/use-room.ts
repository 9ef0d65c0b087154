import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Room, type RoomState } from './room.ts'

/** A post-mortem's room while the component is there; null for a moment at first. `attempt` opens it anew when it is another. */
export function useRoom(postMortem: string, member: string, attempt = ''): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const opened = new Room(postMortem, member)
    setRoom(opened)
    return () => {
      setRoom(null)
      opened.close()
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
