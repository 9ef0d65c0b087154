import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Root } from 'mdast'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { Fault, Loading } from '../../shell/states.tsx'
import { postMortem as words } from '../../text/post-mortem.ts'
import { postMortemQuery } from './actions/post-mortem-queries.ts'
import { PostMortemFrame } from './post-mortem-frame.tsx'
import { StillDocument } from './still-document.tsx'

// The editor's code is on its way from the beginning (preload.ts), and runs when the text has been shown, which needs nothing of it.
const WritingPage = lazy(async () => {
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
  return { default: (await import('./writing-page.tsx')).WritingPage }
})

/** A post-mortem, to write and to comment. */
export function PostMortemScreen(): ReactNode {
  const { postMortem: id } = useParams({ from: '/house/post-mortems/$postMortem' })
  const { data, error } = useQuery(postMortemQuery(id))
  useEffect(() => {
    if (data !== undefined) document.title = `${data.title} · Blamefree`
  }, [data])
  if (data === undefined) return error === null ? <Loading what={words.what} /> : <Fault error={error} />
  const still = <StillDocument tree={data.document.tree as Root} incident={data.incident.id} />
  return (
    <Suspense fallback={<PostMortemFrame postMortem={data}>{still}</PostMortemFrame>}>
      <WritingPage key={id} postMortem={data} still={still} />
    </Suspense>
  )
}
