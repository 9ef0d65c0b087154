import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBulb } from '../../parts/icons.tsx'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { FindBar } from '../../parts/find-bar.tsx'
import { Moment } from '../../parts/moment.tsx'
import { hashOfWords } from '../../parts/named-words.ts'
import { Page } from '../../parts/page.tsx'
import { useFind } from '../../parts/use-find.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { findingsText as text } from '../../text/findings.ts'
import classes from './findings-screen.module.css'

type Finding = components['schemas']['FindingOfPostMortem']

const SHOWN = { all: text.all, ...text.kinds }

const COLOURS = { contributor: 'orange', mitigator: 'teal', learning: 'blue', risk: 'red' } as const

/** Contributors, mitigators, learnings and risks of all post-mortems. */
export function FindingsScreen(): ReactNode {
  const { show: kind, setShow: setKind, words, setWords } = useFind('/findings', SHOWN, 'all')
  const [wanted] = useDebouncedValue(words.trim(), 200)
  const query = { limit: 50, ...(kind === 'all' ? {} : { kind }), ...(wanted === '' ? {} : { text: wanted }) }
  const list = useInfiniteQuery({
    queryKey: ['findings', query],
    queryFn: ({ pageParam }) => answer(api.GET('/v1/findings', { params: { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const findings = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page title={text.title} lead={text.lead}>
      <FindBar choices={SHOWN} label={text.title} chosen={kind} onChoose={setKind} find={text.search} words={words} onWords={setWords} />
      {list.isPending ? (
        <Loading what="the findings" />
      ) : findings.length === 0 ? (
        wanted === '' && kind === 'all' ? (
          <Empty icon={<IconBulb size={36} stroke={1.3} aria-hidden />} title={text.none} hint={text.noneHint} />
        ) : (
          <Empty title={text.noMatch} />
        )
      ) : (
        <Stack gap={0}>
          {findings.map((finding, index) => (
            <Row key={`${finding.postMortem.id}-${index}`} finding={finding} />
          ))}
          {list.hasNextPage ? (
            <Button variant="subtle" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {text.more}
            </Button>
          ) : null}
        </Stack>
      )}
    </Page>
  )
}

function Row({ finding: { kind, category, text: words, postMortem, incident } }: { finding: Finding }): ReactNode {
  return (
    <div className={classes['row']}>
      <Group gap={6}>
        <Badge color={COLOURS[kind]}>{text.kind[kind]}</Badge>
        {category === null ? null : <Badge color="gray">{text.categories[category] ?? category}</Badge>}
      </Group>
      <div>
        <Text dir="auto">{words}</Text>
        <Text size="xs" c="dimmed" mt={2}>
          <Anchor
            inherit
            renderRoot={(given) => <Link to="/post-mortems/$postMortem/read" params={{ postMortem: postMortem.id }} hash={hashOfWords(words)} {...given} />}
          >
            <bdi className={classes['title']}>{incident.title}</bdi>
          </Anchor>{' '}
          · <Moment at={incident.happenedAt} kind="day" />
        </Text>
      </div>
    </div>
  )
}
