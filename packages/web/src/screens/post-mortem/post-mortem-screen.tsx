import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Root } from 'mdast'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useRoom } from '../../rooms/use-room.ts'
import { useMe } from '../../session/me.ts'
import { Fault, Loading } from '../../shell/states.tsx'
import { postMortem as words } from '../../text/post-mortem.ts'
import { postMortemQuery } from './actions/post-mortem-queries.ts'
import { PostMortemFrame, type Places } from './post-mortem-frame.tsx'
import { StillDocument } from './still-document.tsx'
import type { PostMortem } from './writing-context.ts'

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
  return <Shown key={id} postMortem={data} />
}

/** The text to read, and to write as soon as its room and the editor are there: both come at the same time. */
function Shown({ postMortem }: { postMortem: PostMortem }): ReactNode {
  const { id, document: text, incident } = postMortem
  const room = useRoom(id, useMe().member.id)
  const [places, setPlaces] = useState<Places | null>(null)
  const [written, setWritten] = useState(false)
  return (
    <>
      <PostMortemFrame postMortem={postMortem} room={room} onPlaces={setPlaces}>
        {written ? null : <StillDocument tree={text.tree as Root} incident={incident.id} />}
      </PostMortemFrame>
      <Suspense fallback={null}>{places === null ? null : <WritingPage postMortem={postMortem} room={room} places={places} onWritten={setWritten} />}</Suspense>
    </>
  )
}
