import { useEffect, useMemo, useRef } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { timeline as text } from '../../text/timeline.ts'

/** What the keys of the timeline do. */
export interface TimelineKeys {
  readonly mayEdit: boolean
  readonly step: (by: number) => void
  readonly find: () => void
  readonly mark: () => void
  readonly edit: () => void
  readonly add: () => void
  readonly paste: () => void
  readonly nextZone: () => void
  readonly undo: () => void
}

/** Makes the keys of the timeline work, and puts them into the list of shortcuts. */
export function useTimelineKeys(keys: TimelineKeys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  const { mayEdit } = keys
  const shortcuts = useMemo((): readonly Shortcut[] => {
    const key = (name: string, does: string, run: (keys: TimelineKeys) => void): Shortcut => ({
      keys: name,
      does,
      where: text.where,
      run: () => run(now.current),
    })
    const looking = [
      key('j', text.keys.next, ({ step }) => step(1)),
      key('k', text.keys.previous, ({ step }) => step(-1)),
      key('f', text.keys.find, ({ find }) => find()),
      key('z', text.keys.zone, ({ nextZone }) => nextZone()),
    ]
    if (!mayEdit) return looking
    return [
      ...looking,
      key('m', text.keys.mark, ({ mark }) => mark()),
      key('e', text.keys.edit, ({ edit }) => edit()),
      key('a', text.keys.add, ({ add }) => add()),
      key('p', text.keys.paste, ({ paste }) => paste()),
      key('u', text.keys.undo, ({ undo }) => undo()),
    ]
  }, [mayEdit])
  useShortcuts(shortcuts)
}
