import { Anchor, Badge, Button, Group, Text, Title } from '@mantine/core'
import { IconPencil, IconPrinter } from '../../parts/icons.tsx'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Root } from 'mdast'
import { useEffect, type ReactNode } from 'react'
import { membersQuery } from '../../api/workspace-queries.ts'
import { DocumentView } from '../../parts/document/document-view.tsx'
import { headingsOf, type Heading } from '../../parts/document/headings.ts'
import { Moment } from '../../parts/moment.tsx'
import { isLong } from '../../parts/is-long.ts'
import { useNamedPlace } from '../../parts/use-named-place.ts'
import { reading as text } from '../../text/reading.ts'
import { statusWords } from '../../text/statuses.ts'
import { PostMortemActions } from '../post-mortem/actions/post-mortem-actions.tsx'
import { postMortemQuery } from '../post-mortem/actions/post-mortem-queries.ts'
import classes from './reading-screen.module.css'

/** A post-mortem to read: on the screen, on a phone, on paper. */
export function ReadingScreen(): ReactNode {
  const { postMortem: id } = useParams({ from: '/house/post-mortems/$postMortem/read' })
  const { data } = useSuspenseQuery(postMortemQuery(id))
  const { document: written, incident, title, status, author, updatedAt, publishedAt, publishedBy } = data
  const publisher = useQuery(membersQuery).data?.items.find((member) => member.id === publishedBy)?.name
  const tree = written.tree as Root
  const headings = headingsOf(tree).filter(({ level }) => level === 2)
  useNamedPlace(true, 'article')
  useEffect(() => {
    document.title = `${title} · Blamefree`
  }, [title])
  return (
    <div className={classes['page']}>
      <article className={classes['article']}>
        <header className={classes['head']}>
          <Group gap="xs" mb="xs">
            <Badge color={status === 'published' ? 'teal' : 'gray'}>{statusWords[status]}</Badge>
            {incident.severity === null ? null : <Badge color="orange">{incident.severity}</Badge>}
          </Group>
          <Title order={1} className={classes['title']} dir="auto" data-long={isLong(title)}>
            {title}
          </Title>
          <Text c="dimmed" size="sm">
            {author === null ? null : <>{text.by(author.name)} · </>}
            {publishedAt === null ? text.changed : status === 'published' ? text.published : text.publishedLast}{' '}
            <Moment at={publishedAt ?? updatedAt} zone={written.zone} kind="day" />
            {publisher === undefined || publisher === author?.name ? null : ` ${text.by(publisher)}`} ·{' '}
            <Anchor renderRoot={(given) => <Link to="/incidents/$incident" params={{ incident: incident.slug }} {...given} />} inherit>
              {text.incident}
            </Anchor>
          </Text>
          <Group gap="xs" mt="md" className={classes['tools']}>
            {status === 'published' ? null : (
              <Button component={Link} to={`/post-mortems/${id}`} variant="default" leftSection={<IconPencil size={16} aria-hidden />}>
                {text.edit}
              </Button>
            )}
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => globalThis.print()}>
              {text.print}
            </Button>
            <PostMortemActions postMortem={data} zone={written.zone} toWrite={data.progress.toWrite} reading />
          </Group>
        </header>
        <DocumentView tree={tree} incident={incident.id} />
      </article>
      <Contents headings={headings} />
    </div>
  )
}

function Contents({ headings }: { headings: readonly Heading[] }): ReactNode {
  if (headings.length < 2) return null
  return (
    <nav className={classes['contents']} aria-label={text.contents}>
      <Text size="xs" fw={600} c="dimmed" mb={6}>
        {text.contents}
      </Text>
      {headings.map(({ id, words }) => (
        <a key={id} href={`#${id}`}>
          {words}
        </a>
      ))}
    </nav>
  )
}
