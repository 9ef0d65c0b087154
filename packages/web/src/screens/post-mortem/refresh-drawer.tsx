import { Button, Drawer, Group, List, Loader, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerWithTag, api } from '../../api/client.ts'
import { say } from '../../shell/say.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import classes from './refresh-drawer.module.css'

/** Lines around a change that are shown. */
const AROUND = 2

/** New facts for what a machine wrote: the difference first, then, if somebody wants it, the change. What people wrote stays. */
export function RefreshDrawer({ postMortem, onClose }: { postMortem: string; onClose: () => void }): ReactNode {
  const client = useQueryClient()
  const ask = (preview: 'true' | 'false', tag?: string) =>
    answerWithTag(
      api.POST('/v1/post-mortems/{postMortem}/refill', {
        params: { path: { postMortem }, query: { preview } },
        ...(tag === undefined ? {} : { headers: { 'if-match': tag } }),
      }),
    )
  const { data, error } = useQuery({ queryKey: ['post-mortem', postMortem, 'refill'], queryFn: () => ask('true'), gcTime: 0, staleTime: 0 })
  const apply = useMutation({
    // What was typed meanwhile has made a newer revision; the refill is of that one, and touches no words of people.
    mutationFn: async () => ask('false', (await ask('true')).tag),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['post-mortem', postMortem] })
      say(words.refreshed)
      onClose()
    },
  })
  const changes = data?.data.changes ?? []
  const kept = (data?.data.problems ?? []).filter(({ code }) => code === 'refill/kept')
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={words.refresh} closeButtonProps={{ 'aria-label': words.close }}>
      {data === undefined ? (
        error === null ? (
          <Group gap="xs" role="status">
            <Loader size="xs" /> {words.refreshLooking}
          </Group>
        ) : (
          <Text>{error.message}</Text>
        )
      ) : (
        <>
          <Text mb="sm">{changes.length === 0 ? words.refreshNothing : words.refreshHint}</Text>
          <List size="sm" mb="md">
            {changes.map(({ message }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <List.Item key={index}>{message.replaceAll('`', '')}</List.Item>
            ))}
            {kept.map(({ message }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <List.Item key={`kept-${index}`} c="dimmed">
                {message.replaceAll('`', '')}
              </List.Item>
            ))}
          </List>
          {changes.length === 0 ? null : <Difference parts={data.data.difference} />}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={onClose}>
              {changes.length === 0 ? words.close : words.cancel}
            </Button>
            {changes.length === 0 ? null : (
              <Button loading={apply.isPending} onClick={() => apply.mutate()}>
                {words.refreshApply}
              </Button>
            )}
          </Group>
        </>
      )}
    </Drawer>
  )
}

interface Part {
  readonly kind: 'same' | 'removed' | 'added'
  readonly lines: readonly string[]
}

function Difference({ parts }: { parts: readonly Part[] }): ReactNode {
  return (
    <div className={classes['difference']} role="region" aria-label={words.refreshDifference} tabIndex={0}>
      {parts.map(({ kind, lines }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes[kind]}>
          {(kind === 'same' ? around(lines, index === 0, index === parts.length - 1) : lines).map((line, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={place} className={classes['line']}>
              {kind === 'same' ? null : <span className={classes['sign']}>{kind === 'added' ? words.added : words.removed}</span>}
              {line === '' ? '\u00a0' : line}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function around(lines: readonly string[], first: boolean, last: boolean): readonly string[] {
  const [head, tail] = [first ? 0 : AROUND, last ? 0 : AROUND]
  if (lines.length <= head + tail + 1) return lines
  return [...lines.slice(0, head), '…', ...(tail === 0 ? [] : lines.slice(-tail))]
}
