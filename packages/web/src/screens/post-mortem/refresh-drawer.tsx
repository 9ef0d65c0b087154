import { Button, Drawer, Group, List, Loader, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answerWithTag, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { say } from '../../shell/say.ts'
import { postMortem as words } from '../../text/post-mortem.ts'
import { Difference } from '../versions/difference.tsx'
import classes from './refresh-drawer.module.css'

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
  const fresh = (data?.data.blocks ?? []).filter(({ touched }) => !touched)
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
          {kept.length === 0 ? null : (
            <List size="sm" mb="md">
              {kept.map(({ message }, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <List.Item key={index} c="dimmed">
                  {message.replaceAll('`', '')}
                </List.Item>
              ))}
            </List>
          )}
          {changes.length === 0 ? null : <BlockDifferences blocks={fresh} />}
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

type Blocks = components['schemas']['RefillPostMortemAnswer']['blocks']

/** What would become of each block, under the section that it stands in. */
function BlockDifferences({ blocks }: { blocks: Blocks }): ReactNode {
  return (
    <div role="region" aria-label={words.refreshDifference}>
      {blocks.map(({ section, pieces }, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <section key={index} className={classes['block']}>
          {section === null ? null : <h3 className={classes['section']}>{section.title}</h3>}
          <Difference title={NO_TITLE} pieces={pieces} />
        </section>
      ))}
    </div>
  )
}

const NO_TITLE = { before: '', after: '' }
