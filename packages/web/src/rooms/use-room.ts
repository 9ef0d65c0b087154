import { useEffect, useState, useSyncExternalStore } from 'react'
import { Room, type RoomState } from './room.ts'

const OPENING: RoomState = { access: 'opening', saving: 'opening', refused: null }

/** A post-mortem's room while the component is there; null for a moment at first. `attempt` opens it anew when it is another. */
export function useRoom(postMortem: string, member: string, attempt = ''): { readonly room: Room | null; readonly state: RoomState } {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const opened = new Room(postMortem, member)
    setRoom(opened)
    return () => {
      setRoom(null)
      opened.close()
    }
  }, [postMortem, member, attempt])
  const state = useSyncExternalStore(
    (changed) => room?.watch(changed) ?? (() => undefined),
    () => room?.state() ?? OPENING,
  )
  return { room, state }
}
