import { Anchor, Badge, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { IconExternalLink } from '../../../parts/icons.tsx'
import { Moment } from '../../../parts/moment.tsx'
import { say } from '../../../shell/say.ts'
import { pagesText as text } from '../../../text/places.ts'
import { pagesQuery, type Choice, type Page } from './page-queries.ts'
import { PlanPanel } from './plan-panel.tsx'
import classes from './pages.module.css'
import { ToConfirm } from './to-confirm.tsx'
import { usePublish } from './use-publish.ts'

const COLOURS = {
  waiting: 'gray',
  publishing: 'blue',
  current: 'teal',
  behind: 'yellow',
  changed: 'blue',
  conflict: 'orange',
  gone: 'red',
  failed: 'red',
} as const

/** One page elsewhere: how it stands, where it is, and what can be done with it. */
export function PageCard({ postMortem, page }: { postMortem: string; page: Page }): ReactNode {
  const queries = useQueryClient()
  // Where somebody has to choose, what there is to choose from is shown unasked.
  const [asked, setAsked] = useState<boolean | null>(null)
  const open = asked ?? (page.state === 'conflict' || page.state === 'gone')
  const settle = (): void => setAsked(null)
  const path = { postMortem, page: page.id }
  const { publish, toConfirm } = usePublish(postMortem, (confirmAudience) => send(path, { confirmAudience }), settle)
  const forget = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/post-mortems/{postMortem}/pages/{page}', { params: { path } })),
    async onSuccess() {
      say(text.forgotten)
      await queries.invalidateQueries({ queryKey: pagesQuery(postMortem).queryKey })
    },
  })
  const { connection, state } = page
  const under = state === 'waiting' || state === 'publishing'
  return (
    <article className={classes['card']} aria-label={connection.name}>
      <Group justify="space-between" wrap="wrap" gap="xs">
        <div className={classes['about']}>
          <Group gap="xs">
            <Text fw={550} size="sm">
              {connection.name}
            </Text>
            <Badge variant="light" color={COLOURS[state]} role="status">
              {text.states[state]}
            </Badge>
          </Group>
          <Standing page={page} />
        </div>
        <Group gap={4}>
          {page.publishedAt === null ? null : (
            <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setAsked(!open)}>
              {open ? text.hide : text.look}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" disabled={under} loading={publish.isPending} onClick={() => publish.mutate(false)}>
            {text.publishAgain}
          </Button>
          <Button variant="subtle" size="compact-sm" color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
            {text.forget}
          </Button>
        </Group>
      </Group>
      <ToConfirm sentence={toConfirm} publish={publish} />
      {open && page.publishedAt !== null ? (
        <PlanPanel
          key={page.publishedAt}
          postMortem={postMortem}
          page={page}
          publish={(choice) => send(path, { choice, confirmAudience: false })}
          onDone={settle}
        />
      ) : null}
    </article>
  )
}

const send = (path: { postMortem: string; page: string }, body: { choice?: Choice; confirmAudience: boolean }): Promise<Page> =>
  answer(api.POST('/v1/post-mortems/{postMortem}/pages/{page}/publish', { params: { path }, body }))

function Standing({ page }: { page: Page }): ReactNode {
  const { url, title, sentence, sections, notices, publishedAt, publishedBy, behind, state } = page
  return (
    <Text size="xs" c="dimmed" component="div" className={classes['standing'] ?? ''}>
      {url === null ? null : (
        <div>
          <Anchor href={url} target="_blank" rel="noreferrer" size="xs">
            {title} <IconExternalLink size={12} aria-hidden />
          </Anchor>
        </div>
      )}
      {sentence === null ? null : <div className={classes['sentence']}>{sentence}</div>}
      {sections.length === 0 ? null : <div>{text.sections(sections.map((name) => name || text.beginning).join(', '))}</div>}
      {behind && state !== 'behind' ? <div>{text.behindToo}</div> : null}
      {notices.map((notice) => (
        <div key={notice}>{notice}</div>
      ))}
      {publishedAt === null ? null : (
        <div>
          {text.published} <Moment at={publishedAt} /> {publishedBy === null ? null : text.by(publishedBy.name)}
        </div>
      )}
    </Text>
  )
}
