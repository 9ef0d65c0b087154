import { useEffect, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import type { Basket } from './basket.ts'
import { offeredParts, type OfferedParts } from './offered-parts.ts'
import { previewRecords, type Preview, type ReadingWish } from './send-records.ts'

/** How far looking at a basket is. The last answer stays while the next is on its way. */
export interface Looked {
  readonly preview: Preview | null
  /** What can be chosen of its records, whatever is chosen. */
  readonly offered: OfferedParts
  /** From 0 to 1 while it is sent and read; null when nothing is on its way. */
  readonly sent: number | null
  readonly problem: Problem | null
  readonly again: () => void
}

/** What would be read of a basket, asked again whenever it or the wish changes. */
export function usePreview(basket: Basket, wish: ReadingWish): Looked {
  const [state, setState] = useState<Omit<Looked, 'again'>>({ preview: null, offered: {}, sent: 0, problem: null })
  const [round, setRound] = useState(0)
  const asked = JSON.stringify(wish)
  useEffect(() => {
    const stop = new AbortController()
    // Somebody may be choosing several channels one after the other.
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, sent: 0, problem: null }))
      const told = (sent: number): void => setState((before) => ({ ...before, sent }))
      const asking = JSON.parse(asked) as ReadingWish
      previewRecords({ basket, wish: asking, signal: stop.signal, told }).then(
        (preview) =>
          setState(({ offered }) => ({
            preview,
            offered: offeredParts(offered, preview.readings, asking.channels !== undefined),
            sent: null,
            problem: null,
          })),
        (error: unknown) => {
          if (!stop.signal.aborted && error instanceof Problem) setState((before) => ({ ...before, sent: null, problem: error }))
        },
      )
    }, 250)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [basket, asked, round])
  return { ...state, again: () => setRound((before) => before + 1) }
}
