import { Anchor, Stack, Text } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../../session/me.ts'
import { Loading } from '../../../shell/states.tsx'
import { pagesText as text } from '../../../text/places.ts'
import { connectionsQuery } from '../../settings/places/place-queries.ts'
import { NewPage } from './new-page.tsx'
import { PageCard } from './page-card.tsx'
import { pagesQuery } from './page-queries.ts'

/** The pages of a post-mortem in other systems: how each stands, what publishing would change there, and publishing to another place. */
export function PagesDialog({ postMortem, onClose }: { postMortem: string; onClose: () => void }): ReactNode {
  const pages = useQuery(pagesQuery(postMortem)).data?.items
  const connections = useQuery(connectionsQuery).data?.items
  return (
    <Dialog onClose={onClose} title={text.title} size="xl">
      {pages === undefined || connections === undefined ? (
        <Loading what="the pages" />
      ) : (
        <Stack>
          {pages.length === 0 ? (
            <Text size="sm" c="dimmed">
              {text.none}
            </Text>
          ) : (
            pages.map((page) => <PageCard key={page.id} postMortem={postMortem} page={page} />)
          )}
          {connections.length === 0 ? (
            <NoPlaces />
          ) : (
            <NewPage postMortem={postMortem} connections={connections.filter(({ id }) => pages.every((page) => page.connection.id !== id))} />
          )}
        </Stack>
      )}
    </Dialog>
  )
}

function NoPlaces(): ReactNode {
  const may = useMe().member.role === 'administrator'
  return may ? (
    <Anchor size="sm" renderRoot={(given) => <Link to="/settings/$part" params={{ part: 'places' }} {...given} />}>
      {text.toSettings}
    </Anchor>
  ) : (
    <Text size="sm">{text.noPlaces}</Text>
  )
}
