import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { placeOfWords, wordsOfHash } from './named-words.ts'

/** The blocks of a text that can be named by their words. */
const BLOCKS = 'h1, h2, h3, h4, li, p, td, pre'

/** Brings what the address names after `#` onto the screen once it is there, and marks it for a moment: the element with that id, or the block within `around` that says those words. */
export function useNamedPlace(ready: boolean, around: string): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (!ready || hash === '') return undefined
    const element = named(hash, around)
    if (element === null) return undefined
    element.scrollIntoView({ block: 'center' })
    element.setAttribute('data-named', '')
    const timer = setTimeout(() => element.removeAttribute('data-named'), 4000)
    return () => clearTimeout(timer)
  }, [ready, hash, around])
}

function named(hash: string, around: string): Element | null {
  const words = wordsOfHash(hash)
  if (words === null) return document.getElementById(hash)
  const blocks = [...document.querySelectorAll(`:is(${around}) :is(${BLOCKS})`)]
  return blocks.findLast((block) => placeOfWords(block.textContent, words) !== null) ?? null
}
