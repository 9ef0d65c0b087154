import { ActionIcon, Anchor, Badge, Button, Group, Menu, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconDownload } from '../../parts/icons.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answer, api } from '../../api/client.ts'
import { Moment } from '../../parts/moment.tsx'
import { say } from '../../shell/say.ts'
import { records as text } from '../../text/records.ts'
import { useIncident, useMayEdit } from '../incident/incident-query.ts'
import { ReadAgain } from './read-again.tsx'
import type { RecordFile } from './records-screen.tsx'
import classes from './records.module.css'

/** One thing that was handed in: a file, or a folder of them. */
export function RecordCard({ files }: { files: readonly RecordFile[] }): ReactNode {
  const { id } = useIncident()
  const mayEdit = useMayEdit()
  const [asked, removal] = useDisclosure()
  const [reading, again] = useDisclosure()
  const [first] = files
  if (first === undefined) return null
  const { name, source, receivedAt, receivedBy, read } = first
  const problems = read?.problems ?? []
  return (
    <article className={classes['record']} aria-label={name}>
      <Group gap={8}>
        <span className={classes['name']}>{name}</span>
        <Badge size="sm" color="gray">
          {source}
        </Badge>
      </Group>
      {mayEdit ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={text.actions(name)}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={again.open}>{text.reread}</Menu.Item>
            <Menu.Item c="var(--house-bad)" onClick={removal.open}>
              {text.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span />
      )}
      <div className={classes['about']}>
        {read === null ? '' : `${text.read(read.events, read.people)} · `}
        <Moment at={receivedAt} /> {text.received(receivedBy)}
        {files.length > 1 ? ` · ${text.files(files.length)}` : ''}
        {problems.length > 0 ? ` · ${text.problems(problems.length)}` : ''}
      </div>
      {problems.slice(0, 5).map(({ message }, index) => (
        <div key={index} className={classes['problem']}>
          {message}
        </div>
      ))}
      {problems.length > 5 ? <div className={classes['problem']}>{text.more(problems.length - 5)}</div> : null}
      <ul className={classes['files']}>
        {files.slice(0, 40).map((file) => (
          <li key={file.id}>
            <Anchor
              size="xs"
              className="with-icon"
              href={`/v1/incidents/${id}/records/${file.id}/raw`}
              download
              aria-label={text.download(`${file.path} · ${sizeText(file.size)}`)}
            >
              <IconDownload size={12} aria-hidden /> {file.path} · {sizeText(file.size)}
            </Anchor>
          </li>
        ))}
        {files.length > 40 ? <li>{text.more(files.length - 40)}</li> : null}
      </ul>
      <TakeOut opened={asked} onClose={removal.close} file={first} />
      <ReadAgain opened={reading} onClose={again.close} file={first} />
    </article>
  )
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function TakeOut({ opened, onClose, file: { id: record, name } }: { opened: boolean; onClose: () => void; file: RecordFile }): ReactNode {
  const { id } = useIncident()
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => answer(api.DELETE('/v1/incidents/{incident}/records/{record}', { params: { path: { incident: id, record } } })),
    onSuccess: () => {
      onClose()
      void queries.invalidateQueries({ queryKey: ['incident'] })
      void queries.invalidateQueries({ queryKey: ['record', id] })
      say(text.removed(name))
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} title={text.removeTitle}>
      <Text size="sm">{text.removeText(name)}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {text.keep}
        </Button>
        <Button color="red" loading={isPending} onClick={() => mutate()}>
          {text.removeConfirm}
        </Button>
      </Group>
    </Modal>
  )
}
