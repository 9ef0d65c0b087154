import { Button, Progress, Text } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'
import type { Preview } from './send-records.ts'
import type { HandingIn } from './use-hand-in.ts'

/** What the incident would be, and the button that makes it. */
export function Becomes({ preview, handing, ready, onMake }: { preview: Preview | null; handing: HandingIn; ready: boolean; onMake: () => void }): ReactNode {
  const total = (kind: 'events' | 'facts'): number => preview?.readings.reduce((sum, reading) => sum + reading[kind], 0) ?? 0
  const [read, facts, events] = [total('events'), total('facts'), preview?.events ?? 0]
  const nothing = read + facts === 0
  const can = ready && !nothing && handing.step === null
  useShortcuts(useMemo((): readonly Shortcut[] => (can ? [{ keys: 'mod+Enter', does: text.make, where: text.title, run: onMake }] : []), [can, onMake]))
  return (
    <section className={classes['card']} aria-label={text.becomes} aria-live="polite">
      <h2>{text.becomes}</h2>
      {nothing ? (
        <p>{text.nothingRead}</p>
      ) : (
        <>
          <Text fw={600} component="div">
            {preview?.title ?? text.untitled}
          </Text>
          <p>{events === 0 ? text.factsOnly(facts) : `${text.events(events)}, ${text.keyEvents(preview?.keyEvents ?? 0)}`}</p>
          {events < read ? <p>{text.merged(read - events)}</p> : null}
          <dl className={classes['facts']}>
            {['severity', 'type', 'services', 'status'].flatMap((path) => {
              const values = preview?.inferred.filter((one) => one.path === path).map(({ value }) => String(value)) ?? []
              return values.length === 0 ? [] : [<dt key={`${path} name`}>{text.paths[path] ?? path}</dt>, <dd key={path}>{values.slice(0, 4).join(', ')}</dd>]
            })}
          </dl>
        </>
      )}
      {handing.step === null ? null : (
        <div role="status">
          <Text size="sm" c="dimmed" mb={4}>
            {handing.step}
          </Text>
          <Progress value={handing.done * 100} animated size="sm" aria-label={text.making} />
        </div>
      )}
      <Button fullWidth mt="sm" disabled={!can} loading={handing.step !== null} onClick={onMake}>
        {text.make}
      </Button>
    </section>
  )
}
