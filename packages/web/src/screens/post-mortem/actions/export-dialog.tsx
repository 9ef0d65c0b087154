import { Button, Checkbox, Group, List, Loader, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { Dialog } from '../../../parts/dialog.tsx'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { answer, api } from '../../../api/client.ts'
import { Problem } from '../../../api/problem.ts'
import { useReaderZone } from '../../../session/me.ts'
import { exporting as text } from '../../../text/reading.ts'
import type { PostMortemSummary } from './post-mortem-queries.ts'

type Format = keyof typeof text.formats
type Audience = keyof typeof text.audiences

/** The endings of the files' addresses, where they are not the format's name. */
const ENDINGS: Partial<Record<Format, string>> = { markdown: 'md' }

/** A copy as a file: for whom, in what form, in which zone; and what it would leave out, before it is made. */
export function ExportDialog({ postMortem, zone, onClose }: { postMortem: PostMortemSummary; zone: string; onClose: () => void }): ReactNode {
  const reader = useReaderZone()
  const [format, setFormat] = useState<Format>('docx')
  const [audience, setAudience] = useState<Audience>('internal')
  const [inZone, setInZone] = useState('')
  const [evidence, setEvidence] = useState(false)
  const options = { audience, evidence: evidence ? ('true' as const) : ('false' as const), ...(inZone === '' ? {} : { zone: inZone }) }
  const zones = [...new Set(['UTC', reader])].filter((name) => name !== zone)
  const download = useMutation({ mutationFn: () => fetchFile(postMortem.id, format, options), onSuccess: (file) => save(file) })
  return (
    <Dialog onClose={onClose} title={text.title} size="lg">
      <Stack gap="md">
        <Choice label={text.format} value={format} onChange={setFormat} names={text.formats} hint={text.formatHints[format]} />
        <Choice label={text.audience} value={audience} onChange={setAudience} names={text.audiences} hint={text.audienceHints[audience]} />
        <Select
          label={text.zone}
          value={inZone}
          allowDeselect={false}
          onChange={(value) => setInZone(value ?? '')}
          disabled={postMortem.status === 'published'}
          data={[{ value: '', label: text.zoneOwn(zone) }, ...zones]}
        />
        <Checkbox label={text.evidence} checked={evidence} onChange={(event) => setEvidence(event.currentTarget.checked)} />
        <Losses postMortem={postMortem.id} format={format} options={options} />
        <Group justify="flex-end">
          <Button loading={download.isPending} onClick={() => download.mutate()}>
            {text.download}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface Options {
  readonly audience: Audience
  readonly evidence: 'true' | 'false'
  readonly zone?: string
}

function Choice<Name extends string>(given: {
  label: string
  value: Name
  onChange: (value: Name) => void
  names: Readonly<Record<Name, string>>
  hint: string
}): ReactNode {
  const { label, value, onChange, names, hint } = given
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        onChange={onChange}
        data={(Object.entries(names) as [Name, string][]).map(([name, words]) => ({ value: name, label: words }))}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {hint}
      </Text>
    </div>
  )
}

/** What redaction takes and what the format does not carry, of the copy as it would be made now. */
function Losses({ postMortem, format, options }: { postMortem: string; format: Format; options: Options }): ReactNode {
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['post-mortem', postMortem, 'export-preview', format, options],
    queryFn: () =>
      answer(api.POST('/v1/post-mortems/{postMortem}/exports/preview', { params: { path: { postMortem } }, body: { destination: format, ...options } })),
    placeholderData: (before) => before,
  })
  const checking = (
    <Group gap="xs" role="status">
      <Loader size="xs" />
      <Text size="sm" c="dimmed">
        {text.checking}
      </Text>
    </Group>
  )
  if (data === undefined) return checking
  // What is said of another copy keeps its room, so that nothing jumps, and is not said of this one.
  if (isPlaceholderData) {
    return (
      <div style={{ position: 'relative' }}>
        <div style={{ position: 'absolute' }}>{checking}</div>
        <div style={{ visibility: 'hidden' }}>
          <Preview {...data} />
        </div>
      </div>
    )
  }
  return (
    <div style={{ opacity: isFetching ? 0.6 : 1 }} aria-live="polite">
      <Preview {...data} />
    </div>
  )
}

/** A copy as it would be made. */
interface Copy {
  readonly name: string
  readonly size: number
  readonly taken: readonly { readonly kind: string; readonly count: number }[]
  readonly losses: readonly { readonly message: string }[]
  readonly problems: readonly { readonly message: string }[]
}

function Preview({ taken, losses, problems, name, size }: Copy): ReactNode {
  return (
    <Stack gap="xs">
      <Part title={text.taken} none={text.nothingTaken} lines={taken.map(({ kind, count }) => text.takenWords(kind, count))} />
      <Part title={text.losses} none={text.noLosses} lines={losses.map(({ message }) => message)} />
      {problems.length === 0 ? null : <Part title={text.problems} none="" lines={problems.map(({ message }) => message)} />}
      <Text size="xs" c="dimmed">
        {name} · {text.size(size)}
      </Text>
    </Stack>
  )
}

function Part({ title, none, lines }: { title: string; none: string; lines: readonly string[] }): ReactNode {
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </div>
  )
}

interface Made {
  readonly name: string
  readonly bytes: Blob
}

/** The file; by its own address, so that the browser's own download takes no second copy into memory for the usual sizes. */
async function fetchFile(postMortem: string, format: Format, options: Options): Promise<Made> {
  const { data, error, response } = await api.GET('/v1/post-mortems/{postMortem}/export.{format}', {
    params: { path: { postMortem, format: ENDINGS[format] ?? format }, query: options },
    parseAs: 'blob',
  })
  if (error !== undefined || !response.ok) throw new Problem(response.status, error)
  const said = response.headers.get('content-disposition') ?? ''
  const name = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1] ?? /filename="([^"]+)"/.exec(said)?.[1] ?? `post-mortem.${ENDINGS[format] ?? format}`
  return { name: decodeURIComponent(name), bytes: data }
}

function save({ name, bytes }: Made): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
