import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '../../parts/icons.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { queries } from '../../api/queries.ts'
import { say } from '../../shell/say.ts'
import { offerUndo } from '../../shell/undo.tsx'
import { incidentsText as text } from '../../text/incidents.ts'
import { isNarrowed, queryOf, searchOf, type IncidentsSearch } from './incidents-search.ts'
import { savedViewsQuery, type SavedView } from './saved-views-query.ts'

/** Keeping the view that is open under a name, and the views that are kept. */
export function ViewMenu({
  search,
  views,
  onShow,
  onDone,
}: {
  search: IncidentsSearch
  views: readonly SavedView[]
  onShow: (wanted: IncidentsSearch) => void
  onDone: () => void
}): ReactNode {
  const [name, setName] = useState('')
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
  const keep = useMutation({
    mutationFn: (view: { name: string; query: string }) => answer(api.POST('/v1/views', { body: { list: 'incidents', ...view } })),
    onSuccess: renew,
  })
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => answer(api.DELETE('/v1/views/{view}', { params: { path: { view: id } } })),
    onSuccess: (_done, view) => {
      void renew()
      offerUndo(text.viewDeleted(view.name), () => keep.mutate({ name: view.name, query: view.query }))
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    keep.mutate({ name: name.trim(), query: queryOf(search) }, { onSuccess: onDone })
  }
  return (
    <Stack gap="sm">
      {views.length === 0 ? (
        <Text size="xs" c="dimmed">
          {text.viewsNone}
        </Text>
      ) : (
        <Stack gap={2}>
          {views.map((view) => (
            <Group key={view.id} gap={4} wrap="nowrap">
              <Button
                flex={1}
                size="compact-sm"
                variant="subtle"
                justify="flex-start"
                onClick={() => {
                  onShow(searchOf(view.query))
                  onDone()
                }}
              >
                {view.name}
              </Button>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text.viewDelete(view.name)} onClick={() => remove.mutate(view)}>
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
      {isNarrowed(search) ? (
        <form onSubmit={submit}>
          <Group gap={6} align="flex-end" wrap="nowrap">
            <TextInput
              data-autofocus
              flex={1}
              size="xs"
              label={text.keepName}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" disabled={name.trim() === ''} loading={keep.isPending}>
              {text.keepGo}
            </Button>
          </Group>
        </form>
      ) : null}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          void navigator.clipboard.writeText(location.href).then(() => say(text.copied))
          onDone()
        }}
      >
        {text.copy}
      </Button>
    </Stack>
  )
}
