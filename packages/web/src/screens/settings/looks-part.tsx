import { Button, FileButton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { RemoveButton } from '../../parts/remove-button.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Loading } from '../../shell/states.tsx'
import { exporting } from '../../text/reading.ts'
import { settingsText } from '../../text/settings.ts'
import { membersQuery } from '../../api/workspace-queries.ts'
import { SettingsRow } from './settings-row.tsx'

const text = settingsText.looks
type Format = 'docx' | 'pdf' | 'html'
const ENDINGS: Readonly<Record<Format, string>> = { docx: '.docx,.dotx', pdf: '.typ', html: '.css' }

/** The company's own look of each format. */
export function LooksPart(): ReactNode {
  const queries = useQueryClient()
  const may = useMe().member.role === 'administrator'
  const { data } = useQuery({ queryKey: ['looks'], queryFn: () => answer(api.GET('/v1/looks')) })
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['looks'] })
  const set = useMutation({
    mutationFn: ({ destination, file }: { destination: Format; file: File }) =>
      answer(
        api.PUT('/v1/looks/{destination}', {
          params: { path: { destination }, query: { name: file.name } },
          headers: { 'content-type': 'application/octet-stream' },
          body: file,
          bodySerializer: (body) => body,
        }),
      ),
    async onSuccess() {
      say(text.set)
      await renew()
    },
  })
  const members = useQuery(membersQuery).data?.items ?? []
  if (data === undefined) return <Loading what="the looks" />
  return (['docx', 'pdf', 'html'] as const).map((format) => {
    const look = data.items.find(({ destination }) => destination === format)
    return (
      <SettingsRow
        key={format}
        title={text[format].title}
        detail={
          look === undefined ? (
            `${text.ours}. ${text[format].hint}`
          ) : (
            <>
              {look.name} · {exporting.size(look.size)} · {members.find(({ id }) => id === look.updatedBy)?.name ?? text.somebody} ·{' '}
              <Moment at={look.updatedAt} kind="day" />
            </>
          )
        }
      >
        {look === undefined ? null : (
          <Button variant="subtle" component="a" href={`/v1/looks/${format}`}>
            {text.download}
          </Button>
        )}
        {may ? (
          <FileButton accept={ENDINGS[format]} onChange={(file) => file !== null && set.mutate({ destination: format, file })}>
            {(given) => (
              <Button variant="default" loading={set.isPending && set.variables.destination === format} {...given}>
                {look === undefined ? text.choose : text.replace}
              </Button>
            )}
          </FileButton>
        ) : null}
        {may && look !== undefined ? (
          <RemoveButton
            words={text.remove(text[format].title, look.name)}
            remove={() => answer(api.DELETE('/v1/looks/{destination}', { params: { path: { destination: format } } }))}
            renews={['looks']}
          />
        ) : null}
      </SettingsRow>
    )
  })
}
