import { Anchor, Badge, Button, Group, Select, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconCircleCheck, IconCopy } from '../../parts/icons.tsx'
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { Root } from 'mdast'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import { notSaved } from '../../parts/not-saved.ts'
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { InlineText } from '../../parts/inline-text.tsx'
import { DocumentView } from '../../parts/document/document-view.tsx'
import { useMe } from '../../session/me.ts'
import { say } from '../../shell/say.ts'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { Empty, Loading } from '../../shell/states.tsx'
import { Unsaved } from '../../shell/unsaved.tsx'
import { templatesText as text } from '../../text/templates.ts'
import { TemplateEditor, type Flaw } from './template-editor.tsx'
import { TemplateMenu } from './template-menu.tsx'
import classes from './template-screen.module.css'

type Read = components['schemas']['ReadTemplateAnswer']
type DataProblem = components['schemas']['DataProblem']

/** A template: its Markdown beside what it makes of a real incident. */
export function TemplateScreen(): ReactNode {
  const { template } = useParams({ from: '/house/templates/$template' })
  const { data } = useSuspenseQuery({
    queryKey: ['template', template],
    queryFn: () => answer(api.GET('/v1/templates/{template}', { params: { path: { template } } })),
  })
  return <Shown key={data.template.id} {...data} />
}

function Shown({ template, text: kept }: Read): ReactNode {
  const writes = useMe().member.role !== 'viewer' && !template.builtIn
  const draft = useDraft({ words: kept, revision: template.version }, isSame)
  const { words, changed, clashes } = draft
  const [note, setNote] = useState('')
  const [settled] = useDebouncedValue(words, 350)
  const area = useRef<HTMLTextAreaElement>(null)
  const check = useQuery({
    queryKey: ['template-check', settled],
    queryFn: () => answer(api.POST('/v1/templates/check', { body: { text: settled } })),
    placeholderData: keepPreviousData,
  })
  const problems = check.data?.problems ?? []
  const save = useSave(template.id, { ...draft, note, onSaved: () => setNote('') })
  const saves = changed && !clashes
  useShortcuts(useMemo((): readonly Shortcut[] => [{ keys: 'mod+s', does: text.save, where: text.title, run: () => saves && save.mutate() }], [saves, save]))
  return (
    <div className={classes['page']}>
      <Unsaved is={changed} />
      <header className={classes['head']}>
        <Anchor size="sm" className="with-icon" renderRoot={(given) => <Link to="/templates" {...given} />}>
          <IconArrowLeft size={14} aria-hidden /> {text.back}
        </Anchor>
        <Group justify="space-between" mt={4}>
          <Group gap="sm">
            <Title order={1} size="h3">
              {template.title}
            </Title>
            <Badge color="gray">{template.builtIn ? text.builtIn : text.version(template.version)}</Badge>
            {template.archived ? <Badge color="orange">{text.archived}</Badge> : null}
            {changed ? <Badge color="yellow">{text.unsaved}</Badge> : null}
          </Group>
          <Group gap="xs">
            {changed ? (
              <TextInput
                size="sm"
                w={220}
                placeholder={text.note}
                aria-label={text.note}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            ) : null}
            {writes ? (
              <Button disabled={!saves} loading={save.isPending} onClick={() => save.mutate()}>
                {text.save}
              </Button>
            ) : null}
            <Duplicate template={template.id} />
            <TemplateMenu template={template} onUse={draft.set} />
          </Group>
        </Group>
        {template.builtIn ? (
          <Text size="sm" c="dimmed" mt={4}>
            {text.readOnly}
          </Text>
        ) : null}
        {clashes ? <SavedMeanwhile onDiscard={draft.discard} onInsist={draft.insist} /> : null}
      </header>
      <div className={classes['panes']}>
        <div className={classes['pane']}>
          <TemplateEditor value={words} onChange={draft.set} readOnly={!writes} flaws={flawsOf(problems)} area={area} />
          <Problems problems={problems} onJump={(line) => jump(area.current, line)} />
        </div>
        <Preview text={settled} />
      </div>
    </div>
  )
}

const isSame = (one: string, other: string): boolean => one === other

interface Saving {
  readonly words: string
  /** The version that was changed: somebody else's newer one is not saved over. */
  readonly revision: number
  readonly note: string
  readonly onSaved: () => void
}

function useSave(template: string, { words, revision, note, onSaved }: Saving) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/v1/templates/{template}', {
          params: { path: { template }, header: { 'If-Match': `"${revision}"` } },
          body: { text: words, note: note === '' ? null : note },
        }),
      ),
    async onSuccess(saved) {
      say(text.saved(saved.version))
      onSaved()
      await Promise.all([queries.invalidateQueries({ queryKey: ['template'] }), queries.invalidateQueries({ queryKey: ['templates'] })])
    },
    meta: { quiet: true },
    onError: (error) => notSaved(error, () => queries.invalidateQueries({ queryKey: ['template'] })),
  })
}

function Duplicate({ template }: { template: string }): ReactNode {
  const go = useNavigate()
  const queries = useQueryClient()
  const writes = useMe().member.role !== 'viewer'
  const copy = useMutation({
    mutationFn: () => answer(api.POST('/v1/templates/{template}/duplicate', { params: { path: { template } } })),
    async onSuccess(made) {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await go({ to: '/templates/$template', params: { template: made.slug } })
    },
  })
  if (!writes) return null
  return (
    <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} loading={copy.isPending} onClick={() => copy.mutate()}>
      {text.duplicate}
    </Button>
  )
}

const flawsOf = (problems: readonly DataProblem[]): Flaw[] =>
  problems.flatMap(({ place, weight, message }) => (place?.line === undefined ? [] : [{ line: place.line, weight, message }]))

function Problems({ problems, onJump }: { problems: readonly DataProblem[]; onJump: (line: number) => void }): ReactNode {
  if (problems.length === 0) {
    return (
      <Group gap={6} mt="xs" role="status">
        <IconCircleCheck size={16} color="var(--house-good)" aria-hidden />
        <Text size="sm" c="dimmed">
          {text.noProblems}
        </Text>
      </Group>
    )
  }
  return (
    <ul className={classes['problems']} role="status" aria-label={text.problems}>
      {problems.map(({ message, hint, place, weight }, index) => (
        <li key={index} data-weight={weight}>
          {place?.line === undefined ? null : (
            <UnstyledButton className={classes['place']} onClick={() => onJump(place.line ?? 1)} aria-label={text.jump(place.line)}>
              {text.at(place.line, place.column ?? 1)}
            </UnstyledButton>
          )}{' '}
          <InlineText text={`${message} ${hint}`} />
        </li>
      ))}
    </ul>
  )
}

/** The caret to the beginning of a line. */
function jump(field: HTMLTextAreaElement | null, line: number): void {
  if (field === null) return
  const at =
    field.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0)
  field.focus()
  field.setSelectionRange(at, at)
  field.scrollTop = Math.max(0, (line - 5) * 21)
}

/** What the template makes of an incident; nothing of it is kept. */
function Preview({ text: words }: { text: string }): ReactNode {
  const incidents = useQuery({ queryKey: ['incidents', 'to-preview'], queryFn: () => answer(api.GET('/v1/incidents', { params: { query: { limit: 50 } } })) })
  const [chosen, setChosen] = useState<string | null>(null)
  const incident = chosen ?? incidents.data?.items[0]?.id ?? null
  const preview = useQuery({
    queryKey: ['incident', incident, 'template-preview', words],
    queryFn: () => answer(api.POST('/v1/incidents/{incident}/template-preview', { params: { path: { incident: incident ?? '' } }, body: { text: words } })),
    enabled: incident !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (incidents.isPending) return <Loading what="the preview" />
  if (incident === null) return <Empty title={text.none} hint={text.noneHint} />
  return (
    <section className={classes['preview']} aria-label={text.preview}>
      <Select
        label={text.previewWith}
        allowDeselect={false}
        searchable
        value={incident}
        onChange={setChosen}
        data={(incidents.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        mb="lg"
      />
      {preview.data === undefined ? (
        preview.error === null ? (
          <Loading what="the preview" />
        ) : (
          <Empty title={preview.error.message} />
        )
      ) : (
        <Stack style={{ opacity: preview.isPlaceholderData ? 0.6 : 1 }}>
          <DocumentView tree={preview.data.document.tree as Root} writing incident={incident} />
        </Stack>
      )}
    </section>
  )
}
