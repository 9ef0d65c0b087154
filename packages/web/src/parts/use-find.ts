import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { findSearch } from './find-search.ts'

/** What a find bar says: at once on the page, and, when somebody stops for a moment, in the address, so that it is there again after going back, and can be sent on. */
export interface Find<Name extends string> {
  readonly show: Name
  readonly setShow: (show: Name) => void
  readonly words: string
  readonly setWords: (words: string) => void
}

/** What the list at an address is narrowed to; `first` is what it shows where the address says nothing. */
export function useFind<Name extends string>(at: '/findings' | '/follow-ups', choices: Readonly<Record<Name, string>>, first: Name): Find<Name> {
  const said = JSON.stringify(findSearch(useSearch({ strict: false })))
  const go = useNavigate()
  const [begun] = useState(() => findSearch(JSON.parse(said) as Record<string, unknown>))
  const [show, setShow] = useState<Name>(begun.show !== undefined && Object.hasOwn(choices, begun.show) ? (begun.show as Name) : first)
  const [words, setWords] = useState(begun.q ?? '')
  useEffect(() => {
    const wanted = findSearch({ show: show === first ? '' : show, q: words })
    if (JSON.stringify(wanted) === said) return undefined
    const timer = setTimeout(() => {
      // While the next screen is loaded this one is still there: whoever has gone on is not called back.
      if (location.pathname === at) void go({ to: at, search: wanted, replace: true, hash: true })
    }, 300)
    return () => clearTimeout(timer)
  }, [show, words, said, first, at, go])
  return { show, setShow, words, setWords }
}
