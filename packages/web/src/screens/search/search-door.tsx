import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { SEARCH_WANTED } from './open-search.ts'

const SearchScreen = lazy(async () => ({ default: (await import('./search-screen.tsx')).SearchScreen }))

/** Waits to be asked for the search, and shows it over whatever is open. */
export function SearchDoor(): ReactNode {
  const [opened, setOpened] = useState(false)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const open = (): void => {
      setAsked(true)
      setOpened(true)
    }
    document.addEventListener(SEARCH_WANTED, open)
    return () => document.removeEventListener(SEARCH_WANTED, open)
  }, [])
  if (!asked) return null
  return (
    <Suspense fallback={null}>
      <SearchScreen opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  )
}
