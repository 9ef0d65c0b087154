import { Badge, Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import type { components } from '../../../api/schema.ts'
import { Moment } from '../../../parts/moment.tsx'
import { say } from '../../../shell/say.ts'
import { Loading } from '../../../shell/states.tsx'
import { settingsText } from '../../../text/settings.ts'
import { SettingsRow } from '../settings-row.tsx'
import { browserName } from './browser-name.ts'

type Session = components['schemas']['Session']
const text = settingsText.account
const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => answer(api.GET('/v1/me/sessions')), staleTime: 0 })

/** Where one is signed in, with this browser first, and the end of any other of them. */
export function SessionList(): ReactNode {
  const { data } = useQuery(sessionsQuery)
  const queries = useQueryClient()
  const onSuccess = async ({ ended }: { ended: number }): Promise<void> => {
    say(text.ended(ended))
    await queries.invalidateQueries({ queryKey: ['sessions'] })
  }
  const end = useMutation({
    async mutationFn(session: string) {
      await answer(api.DELETE('/v1/me/sessions/{session}', { params: { path: { session } } }))
      return { ended: 1 }
    },
    onSuccess,
  })
  const endOthers = useMutation({ mutationFn: () => answer(api.DELETE('/v1/me/sessions')), onSuccess })
  if (data === undefined) return <Loading what={text.sessionsLoading} />
  const sessions = data.items.toSorted((a, b) => Number(b.current) - Number(a.current) || b.seenAt.localeCompare(a.seenAt))
  return (
    <>
      {sessions.map((session) => (
        <Row key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
      ))}
      {sessions.length > 1 ? (
        <Button mt="md" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {text.endOthers}
        </Button>
      ) : null}
    </>
  )
}

function Row({ session: { address, browser, seenAt, createdAt, current }, onEnd }: { session: Session; onEnd: () => void }): ReactNode {
  const name = text.browserOn(browserName(browser))
  const from = address === null || address === '' ? text.noAddress : address
  return (
    <SettingsRow
      title={
        <>
          {name} {current ? <Badge ml={6}>{text.here}</Badge> : null}
        </>
      }
      detail={
        <>
          {from} · {text.seen} <Moment at={seenAt} /> · {text.since} <Moment at={createdAt} kind="day" />
        </>
      }
    >
      {current ? null : (
        <Button variant="subtle" color="red" aria-label={text.endOne(name, from)} onClick={onEnd}>
          {text.end}
        </Button>
      )}
    </SettingsRow>
  )
}
