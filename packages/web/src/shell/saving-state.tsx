import { Text } from '@mantine/core'
import { onlineManager, useIsMutating } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { shell } from '../text/shell.ts'

/** Whether what was changed through the API has arrived: "Saving …", "Saved" for a moment, "Offline". The text of a post-mortem says so for itself. */
export function SavingState(): ReactNode {
  const changing = useIsMutating() > 0
  const online = useSyncExternalStore(
    (watch) => onlineManager.subscribe(watch),
    () => onlineManager.isOnline(),
  )
  const [justSaved, setJustSaved] = useState(false)
  useEffect(() => {
    if (changing) return () => setJustSaved(true)
    const timer = setTimeout(() => setJustSaved(false), 2000)
    return () => clearTimeout(timer)
  }, [changing])
  const words = !online ? shell.offline : changing ? shell.saving : justSaved ? shell.saved : ''
  return (
    <Text size="xs" c={online ? 'dimmed' : 'var(--house-warn)'} role="status" aria-live="polite">
      {words}
    </Text>
  )
}
