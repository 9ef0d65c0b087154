import { Alert, Button, CopyButton, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { Moment } from '../../../parts/moment.tsx'
import { RemoveButton } from '../../../parts/remove-button.tsx'
import { exporting, share as text } from '../../../text/reading.ts'
import { shareLinksQuery, type PostMortemSummary } from './post-mortem-queries.ts'

type Audience = keyof typeof exporting.audiences

const DAYS = [7, 30, 90, 365]

/** Links that show what was published to people without an account; each can be taken back. */
export function ShareDialog({ postMortem, onClose }: { postMortem: PostMortemSummary; onClose: () => void }): ReactNode {
  const queries = useQueryClient()
  const { data } = useQuery(shareLinksQuery(postMortem.id))
  const [audience, setAudience] = useState<Audience>('company')
  const [days, setDays] = useState(30)
  const params = { path: { postMortem: postMortem.id } }
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['post-mortem', postMortem.id, 'share-links'] })
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/post-mortems/{postMortem}/share-links', { params, body: { audience, days } })),
    onSuccess: renew,
  })
  const links = data?.items ?? []
  return (
    <Dialog onClose={onClose} title={text.title} size="lg">
      <Stack>
        {postMortem.publishedAt === null ? <Alert color="yellow">{text.onlyPublished}</Alert> : null}
        <Group align="flex-end" grow preventGrowOverflow={false}>
          <Select
            label={text.audience}
            allowDeselect={false}
            value={audience}
            onChange={(value) => setAudience((value ?? 'company') as Audience)}
            data={Object.entries(exporting.audiences).map(([value, label]) => ({ value, label }))}
          />
          <Select
            label={text.days}
            allowDeselect={false}
            value={String(days)}
            onChange={(value) => setDays(Number(value))}
            data={DAYS.map((count) => ({ value: String(count), label: text.daysOf(count) }))}
          />
          <Button flex="none" disabled={postMortem.publishedAt === null} loading={make.isPending} onClick={() => make.mutate()}>
            {text.make}
          </Button>
        </Group>
        {make.data === undefined ? null : (
          <Alert color="calm" title={text.once}>
            <Group wrap="nowrap">
              <TextInput flex={1} readOnly value={make.data.url} aria-label={text.title} onFocus={(event) => event.currentTarget.select()} />
              <CopyButton value={make.data.url}>{({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}</CopyButton>
            </Group>
          </Alert>
        )}
        {links.length === 0 ? (
          <Text size="sm" c="dimmed">
            {text.none}
          </Text>
        ) : (
          <Table verticalSpacing="xs">
            <Table.Tbody>
              {links.map(({ id, audience: whom, createdAt, expiresAt, revokedAt }) => (
                <Table.Tr key={id}>
                  <Table.Td>{exporting.audiences[whom]}</Table.Td>
                  <Table.Td>
                    <Moment at={createdAt} kind="day" />
                  </Table.Td>
                  <Table.Td>{revokedAt !== null ? text.revoked : expiresAt === null ? null : text.until(expiresAt.slice(0, 10))}</Table.Td>
                  <Table.Td ta="right">
                    {revokedAt === null ? (
                      <RemoveButton
                        size="compact-sm"
                        words={text.revokeWords(exporting.audiences[whom])}
                        remove={() =>
                          answer(api.DELETE('/v1/post-mortems/{postMortem}/share-links/{link}', { params: { path: { postMortem: postMortem.id, link: id } } }))
                        }
                        renews={['post-mortem', postMortem.id, 'share-links']}
                      />
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Dialog>
  )
}
