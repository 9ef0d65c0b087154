import { ActionIcon, Button, Checkbox, Group, Select, Table, TagsInput, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../parts/icons.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { configurationQuery } from '../../api/workspace-queries.ts'
import { notSaved } from '../../parts/not-saved.ts'
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { Unsaved } from '../../shell/unsaved.tsx'
import { settingsText as text } from '../../text/settings.ts'
import { AdministratorsOnly } from './administrators-only.tsx'
import { nameFlaws } from './name-flaws.ts'
import { RemovedWords } from './removed-words.tsx'
import classes from './settings-screen.module.css'

type Kept = components['schemas']['KeptConfiguration']
type Configuration = Kept['configuration']
/** The lists of the configuration that are edited here. */
export type ListName = 'severities' | 'types' | 'roles' | 'timestamps' | 'metrics' | 'fields'
type Kind = Configuration['fields'][number]['kind']

/** One word of the team's, whichever list it is in. */
interface Word {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly many?: boolean
  readonly kind?: Kind
  readonly from?: string
  readonly to?: string
}

/** Severities, types, roles, timestamps, durations or fields: names, what other systems call them, and their order. */
export function VocabularyPart({ list }: { list: ListName }): ReactNode {
  const { data } = useSuspenseQuery(configurationQuery)
  return <Editor key={list} list={list} kept={data} />
}

function Editor({ list, kept }: { list: ListName; kept: Kept }): ReactNode {
  const queries = useQueryClient()
  const may = useMe().member.role === 'administrator'
  const draft = useDraft<readonly Word[]>({ words: kept.configuration[list], revision: kept.revision }, isSame)
  const { words, changed, clashes, set: setWords } = draft
  const flaws = nameFlaws(words.map(({ name }) => name))
  const save = useMutation({
    mutationFn: () => answer(api.PUT('/v1/configuration', { params: { header: { 'If-Match': `"${kept.revision}"` } }, body: settingsWith(kept, list, words) })),
    async onSuccess() {
      say(text.saved)
      await queries.invalidateQueries({ queryKey: ['configuration'] })
    },
    meta: { quiet: true },
    onError: (error) => notSaved(error, () => queries.invalidateQueries({ queryKey: ['configuration'] })),
  })
  const set = (index: number, part: Partial<Word>): void => setWords(words.map((word, at) => (at === index ? { ...word, ...part } : word)))
  return (
    <>
      {may ? null : <AdministratorsOnly />}
      <Unsaved is={changed} />
      {clashes ? <SavedMeanwhile onDiscard={draft.discard} onInsist={draft.insist} /> : null}
      <Table verticalSpacing={6} className={classes['words']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="30%">{text.name}</Table.Th>
            {list === 'metrics' ? (
              <>
                <Table.Th>{text.from}</Table.Th>
                <Table.Th>{text.to}</Table.Th>
              </>
            ) : (
              <Table.Th>{text.aliases}</Table.Th>
            )}
            {list === 'roles' ? <Table.Th>{text.many}</Table.Th> : null}
            {list === 'fields' ? <Table.Th>{text.kind}</Table.Th> : null}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {words.map((word, index) => (
            <Table.Tr key={index}>
              <Table.Td>
                <TextInput
                  size="sm"
                  aria-label={text.name}
                  disabled={!may}
                  value={word.name}
                  maxLength={100}
                  error={flaws[index] === 'twice' ? text.nameTwice : null}
                  onChange={(event) => set(index, { name: event.currentTarget.value })}
                />
              </Table.Td>
              <WordDetails word={word} list={list} may={may} kept={kept} onChange={(part) => set(index, part)} />
              <Table.Td w={120}>
                {may ? (
                  <Group gap={2} wrap="nowrap" justify="flex-end">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={index === 0}
                      aria-label={text.up(word.name || text.unnamed)}
                      onClick={() => setWords(moved(words, index, -1))}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={index === words.length - 1}
                      aria-label={text.down(word.name || text.unnamed)}
                      onClick={() => setWords(moved(words, index, 1))}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={text.remove(word.name || text.unnamed)}
                      onClick={() => setWords(words.filter((_one, at) => at !== index))}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {list === 'severities' || list === 'types' ? (
        <RemovedWords list={list} names={kept.configuration[list].filter(({ id }) => words.every((word) => word.id !== id)).map(({ name }) => name)} />
      ) : null}
      {may ? (
        <Group mt="md" justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWords([...words, freshWord(list, kept)])}>
            {text.add}
          </Button>
          <Group gap="xs">
            {changed ? (
              <Button variant="subtle" color="gray" onClick={draft.discard}>
                {text.discard}
              </Button>
            ) : null}
            <Button disabled={!changed || clashes || flaws.some((flaw) => flaw !== null)} loading={save.isPending} onClick={() => save.mutate()}>
              {text.save}
            </Button>
          </Group>
        </Group>
      ) : null}
    </>
  )
}

const isSame = (one: readonly Word[], other: readonly Word[]): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a word has besides its name. */
function WordDetails({
  word,
  list,
  may,
  kept,
  onChange,
}: {
  word: Word
  list: ListName
  may: boolean
  kept: Kept
  onChange: (part: Partial<Word>) => void
}): ReactNode {
  if (list === 'metrics') {
    const moments = kept.configuration.timestamps.map(({ id, name }) => ({ value: id, label: name }))
    return (
      <>
        {(['from', 'to'] as const).map((end) => (
          <Table.Td key={end} data-label={text[end]}>
            <Select
              size="sm"
              aria-label={text[end]}
              disabled={!may}
              allowDeselect={false}
              data={moments}
              value={word[end] ?? null}
              placeholder={text.notKept(word[end] ?? '')}
              onChange={(id) => id !== null && onChange({ [end]: id })}
            />
          </Table.Td>
        ))}
      </>
    )
  }
  return (
    <>
      <Table.Td data-label={text.aliases}>
        <TagsInput
          size="sm"
          aria-label={text.aliases}
          disabled={!may}
          {...((word.aliases ?? []).length === 0 ? { placeholder: text.aliasesHint } : {})}
          value={[...(word.aliases ?? [])]}
          onChange={(aliases) => onChange({ aliases })}
        />
      </Table.Td>
      {list === 'roles' ? (
        <Table.Td data-label={text.many}>
          <Checkbox aria-label={text.many} disabled={!may} checked={word.many ?? false} onChange={(event) => onChange({ many: event.currentTarget.checked })} />
        </Table.Td>
      ) : null}
      {list === 'fields' ? (
        <Table.Td data-label={text.kind}>
          <Select
            size="sm"
            aria-label={text.kind}
            disabled={!may}
            allowDeselect={false}
            data={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
            value={word.kind ?? 'text'}
            onChange={(kind) => onChange({ kind: (kind ?? 'text') as Kind })}
          />
        </Table.Td>
      ) : null}
    </>
  )
}

function freshWord(list: ListName, { configuration }: Kept): Word {
  const first = configuration.timestamps[0]?.id ?? ''
  const last = configuration.timestamps.at(-1)?.id ?? ''
  return {
    id: '',
    name: '',
    ...(list === 'metrics' ? { from: first, to: last } : { aliases: [] }),
    ...(list === 'roles' ? { many: true } : {}),
    ...(list === 'fields' ? { kind: 'text' as const } : {}),
  }
}

function moved(words: readonly Word[], index: number, by: number): readonly Word[] {
  const next = [...words]
  const [word] = next.splice(index, 1)
  if (word !== undefined) next.splice(index + by, 0, word)
  return next
}

/** The team's own settings with one list changed: what it had not set stays with the defaults. A new word gets its id from its name; ids that incidents use already stay. */
function settingsWith({ configuration, own }: Kept, list: ListName, words: readonly Word[]): Record<string, unknown> {
  const kept = Object.fromEntries(own.map((key) => [key, configuration[key as keyof Configuration]]))
  const taken = new Set(words.map(({ id }) => id))
  const named = words.map((word) => {
    if (word.id !== '') return word
    const plain =
      word.name
        .toLowerCase()
        .normalize('NFKD')
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'other'
    let id = plain
    for (let count = 2; taken.has(id); count++) id = `${plain}-${count}`
    taken.add(id)
    return { ...word, id }
  })
  return { ...kept, [list]: named }
}
