import { Anchor, Button, Title } from '@mantine/core'
import { IconArrowLeft } from '../../parts/icons.tsx'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { useMe } from '../../session/me.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { versionsText as text } from '../../text/reading.ts'
import { postMortemQuery } from '../post-mortem/actions/post-mortem-queries.ts'
import { ShownVersion } from './shown-version.tsx'
import { VersionName } from './version-name.tsx'
import { VersionRow } from './version-row.tsx'
import classes from './versions-screen.module.css'

/** Every version of a post-mortem: who, when, what differs, and the way back to it. */
export function VersionsScreen(): ReactNode {
  const { postMortem: id } = useParams({ from: '/house/post-mortems/$postMortem/versions' })
  const writes = useMe().member.role !== 'viewer'
  const { data: postMortem } = useSuspenseQuery(postMortemQuery(id))
  const list = useInfiniteQuery({
    queryKey: ['post-mortem', id, 'versions'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/post-mortems/{postMortem}/versions', {
          params: { path: { postMortem: id }, query: { limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? []
  const [chosen, setChosen] = useState<number | null>(null)
  const open = versions.find(({ version }) => version === chosen) ?? versions[0]
  return (
    <div className={classes['page']}>
      <aside className={classes['list']}>
        <Anchor size="sm" className="with-icon" renderRoot={(given) => <Link to="/post-mortems/$postMortem" params={{ postMortem: id }} {...given} />}>
          <IconArrowLeft size={14} aria-hidden /> {text.back}
        </Anchor>
        <Title order={1} size="h3" my="sm">
          {text.title}
        </Title>
        {writes ? <VersionName postMortem={id} /> : null}
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            chosen={version.version === open?.version}
            onChoose={() => setChosen(version.version)}
            zone={postMortem.document.zone}
          />
        ))}
        {list.hasNextPage ? (
          <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.more}
          </Button>
        ) : null}
      </aside>
      <section className={classes['shown']} aria-live="polite">
        {list.isPending ? (
          <Loading what="the versions" />
        ) : open === undefined ? (
          <Empty title={text.none} />
        ) : (
          <ShownVersion
            key={open.version}
            id={id}
            version={open}
            before={versions[versions.indexOf(open) + 1]?.version ?? null}
            current={postMortem.revision}
            incident={postMortem.incident.id}
          />
        )}
      </section>
    </div>
  )
}
