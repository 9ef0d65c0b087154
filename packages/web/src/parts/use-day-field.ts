import { useEffect, useRef, useState, type FocusEvent, type FormEvent, type KeyboardEvent } from 'react'

/** So long nobody types before a day is taken: whoever types `12` for a month has typed `1` before. */
const PATIENCE_MS = 700

/** What a field for a day is given. */
interface DayField {
  readonly value: string
  readonly onChange: (event: FormEvent<HTMLInputElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLInputElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/**
 * A field for a day, `2026-03-04`, that is taken as a whole. The browser tells of every key: somebody who types 2026 has said the years 2, 20 and 202 on the way, and no day at all while a part is empty. A day is
 * taken when it can be meant and nobody types any more, on Enter, or when the field is left; none, only then.
 */
export function useDayField(day: string | null, onDay: (day: string | null) => void): DayField {
  const [words, setWords] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const taken = useRef<string | null>(null)
  const take = (said: string): void => {
    clearTimeout(timer.current)
    if (said === (taken.current ?? day ?? '') || !(said === '' || canBeMeant(said))) return
    taken.current = said
    onDay(said === '' ? null : said)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    value: words ?? day ?? '',
    onChange(event) {
      const said = event.currentTarget.value
      setWords(said)
      clearTimeout(timer.current)
      if (canBeMeant(said)) timer.current = setTimeout(() => take(said), PATIENCE_MS)
    },
    onBlur(event) {
      // Half a day is none that somebody wants; the one that was there comes back.
      if (words !== null && !event.currentTarget.validity.badInput) take(words)
      taken.current = null
      setWords(null)
    },
    onKeyDown(event) {
      if (event.key === 'Enter' && words !== null && words !== '') take(words)
    },
  }
}

/** Whether a day is one that people plan for or look back to. */
export const canBeMeant = (day: string): boolean => /^(?:19|2[01])\d\d-\d\d-\d\d$/.test(day)
