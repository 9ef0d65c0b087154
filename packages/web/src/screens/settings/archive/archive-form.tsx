import { Alert, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { Problem } from '../../../api/problem.ts'
import { IconLock } from '../../../parts/icons.tsx'
import { say, sayProblem } from '../../../shell/say.ts'
import { archiveText as text } from '../../../text/archive.ts'
import { archiveQuery, type Archive } from './archive-query.ts'

/** What stands for no repository in the list. */
const NOWHERE = ''

/** Where the archive goes, and how often. The repository is asked who sees it when this is saved. */
export function ArchiveForm({ archive }: { archive: Archive }): ReactNode {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState({
    connection: archive.connection?.id ?? NOWHERE,
    branch: archive.branch === archive.usual.branch ? '' : archive.branch,
    folder: archive.folder,
    often: archive.often,
  })
  const save = useMutation({
    mutationFn: (confirmAudience: boolean) =>
      answer(api.PUT('/v1/archive', { body: { ...chosen, connection: chosen.connection === NOWHERE ? null : chosen.connection, confirmAudience } })),
    meta: { quiet: true },
    onSuccess(now) {
      queries.setQueryData(archiveQuery.queryKey, now)
      say(text.saved)
    },
    onError: (error) => {
      if (!isToConfirm(error)) sayProblem(error)
    },
  })
  const change = (more: Partial<typeof chosen>): void => {
    save.reset()
    setChosen({ ...chosen, ...more })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(false)
      }}
    >
      <Stack gap="sm">
        <Select
          label={text.repository}
          allowDeselect={false}
          value={chosen.connection}
          onChange={(connection) =>
            change({ connection: connection ?? NOWHERE, ...(chosen.often === 'off' && chosen.connection === NOWHERE ? { often: 'daily' as const } : {}) })
          }
          data={[{ value: NOWHERE, label: text.nowhere }, ...archive.places.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {chosen.connection === NOWHERE ? null : (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                label={text.branch}
                description={text.branchHint}
                placeholder={archive.usual.branch}
                value={chosen.branch}
                onChange={({ currentTarget: { value } }) => change({ branch: value })}
              />
              <TextInput
                label={text.folder}
                description={text.folderHint}
                value={chosen.folder}
                onChange={({ currentTarget: { value } }) => change({ folder: value })}
              />
            </SimpleGrid>
            <Select
              label={text.often}
              allowDeselect={false}
              value={chosen.often}
              onChange={(often) => often !== null && change({ often })}
              data={(['off', 'daily', 'published'] as const).map((value) => ({ value, label: text.oftens[value] }))}
            />
          </>
        )}
        {isToConfirm(save.error) ? (
          <Alert color="yellow" role="alert" icon={<IconLock size={18} aria-hidden />}>
            <Text size="sm" mb="xs">
              {save.error.message}
            </Text>
            <Button variant="default" size="compact-sm" loading={save.isPending} onClick={() => save.mutate(true)}>
              {text.confirm}
            </Button>
          </Alert>
        ) : null}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const isToConfirm = (error: unknown): error is Problem => error instanceof Problem && error.code === 'confirm-audience'
