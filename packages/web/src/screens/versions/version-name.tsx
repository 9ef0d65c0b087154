import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { IconBookmark } from '../../parts/icons.tsx'
import { answer, api } from '../../api/client.ts'
import { versionsText as text } from '../../text/reading.ts'

/** Gives a version a name, or another, or none; without a version, the text of now is kept as one. */
export function VersionName({ postMortem, version, name = null }: { postMortem: string; version?: number; name?: string | null }): ReactNode {
  const queries = useQueryClient()
  const [words, setWords] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: async (said: string): Promise<unknown> =>
      version === undefined
        ? await answer(api.POST('/v1/post-mortems/{postMortem}/versions', { params: { path: { postMortem } }, body: { name: said } }))
        : await answer(
            api.PATCH('/v1/post-mortems/{postMortem}/versions/{version}', {
              params: { path: { postMortem, version } },
              body: { name: said === '' ? null : said },
            }),
          ),
    async onSuccess() {
      setWords(null)
      await queries.invalidateQueries({ queryKey: ['post-mortem', postMortem, 'versions'] })
    },
  })
  const label = version === undefined ? text.keepNow : name === null ? text.giveName : text.changeName
  if (words === null)
    return (
      <Button
        size="sm"
        variant="default"
        mb={version === undefined ? 'sm' : 0}
        leftSection={<IconBookmark size={16} aria-hidden />}
        onClick={() => setWords(name ?? '')}
      >
        {label}
      </Button>
    )
  const said = words.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (said !== '' || name !== null) save.mutate(said)
      }}
    >
      <TextInput
        size="sm"
        aria-label={text.name}
        placeholder={text.nameExample}
        maxLength={200}
        autoFocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setWords(null)}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" type="submit" loading={save.isPending} disabled={said === '' && (name === null || version === undefined)}>
          {said === '' && name !== null ? text.takeName : text.saveName}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWords(null)}>
          {text.cancel}
        </Button>
      </Group>
    </form>
  )
}
