import { Group, Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { dateTimeZoneText, durationText, elapsedText, type Instant } from '@blamefree/core'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { Moment, zoneName } from '../../parts/moment.tsx'
import { MomentField } from '../../parts/moment-field.tsx'
import { OriginMark } from '../../parts/origin-mark.tsx'
import { useReaderZone } from '../../session/me.ts'
import { facts as text } from '../../text/incident.ts'
import { useConfiguration, useIncident, type Incident } from '../incident/incident-query.ts'
import { FactsCard } from './facts-card.tsx'
import classes from './facts.module.css'
import { useFact } from './use-fact.ts'

/** The timestamps on a line, with the time between them and the durations that follow from them; an impossible order in red, with its sentence. */
export function MomentsCard(): ReactNode {
  const { facts, metrics, problems } = useIncident()
  const { timestamps } = useConfiguration()
  const known = timestamps.flatMap(({ id }) => (facts.timestamps[id] === undefined ? [] : [{ id, at: String(facts.timestamps[id].value) }]))
  const wrong = new Set(known.filter(({ at }, index) => known.slice(0, index).some((earlier) => earlier.at > at)).map(({ id }) => id))
  const sentences = [
    ...problems.filter(({ code }) => code === 'assemble/order').map(({ message }) => message),
    ...metrics.flatMap(({ sentence }) => sentence ?? []),
  ]
  return (
    <FactsCard
      title={text.times}
      id="times"
      aside={
        <Text size="xs" c="dimmed">
          {text.moments.hint}
        </Text>
      }
    >
      <ol className={classes['line']} style={{ listStyle: 'none', margin: 0, padding: 0, gridAutoFlow: 'column' }}>
        {timestamps.map((term, index) => {
          const before = timestamps.slice(0, index).findLast(({ id }) => facts.timestamps[id] !== undefined)
          return <Stop key={term.id} term={term} wrong={wrong.has(term.id)} next={nextOf(facts, timestamps.slice(index))} near={nearOf(facts, before?.id)} />
        })}
      </ol>
      <Metrics order={timestamps.map(({ id }) => id)} />
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm" c="var(--house-bad)" mt="xs" role="alert">
          {sentence}
        </Text>
      ))}
    </FactsCard>
  )
}

/** How long it was until the next timestamp that is known. */
function nextOf(facts: Incident['facts'], [from, ...rest]: readonly { id: string }[]): { text: string; wrong: boolean } | null {
  const start = from === undefined ? undefined : facts.timestamps[from.id]
  const next = rest.find(({ id }) => facts.timestamps[id] !== undefined)
  const end = next === undefined ? undefined : facts.timestamps[next.id]
  if (start === undefined || end === undefined) return null
  return { text: elapsedText(start.value as Instant, end.value as Instant) || '+0s', wrong: String(end.value) < String(start.value) }
}

const nearOf = (facts: Incident['facts'], before: string | undefined): string | null => (before === undefined ? null : String(facts.timestamps[before]?.value))

interface Given {
  readonly term: { id: string; name: string }
  readonly wrong: boolean
  readonly next: { text: string; wrong: boolean } | null
  /** The timestamp before, for a field that has none of its own. */
  readonly near: string | null
}

function Stop({ term: { id, name }, wrong, next, near }: Given): ReactNode {
  const { facts, slug, happenedAt } = useIncident()
  const reader = useReaderZone()
  const [open, setOpen] = useState(false)
  const at = useFact(`timestamps.${id}`, name)
  const fact = facts.timestamps[id]
  const zone = String(facts.zone.value)
  const value = fact === undefined ? null : String(fact.value)
  const shown = value === null ? text.none : null
  const time =
    shown === null && value !== null ? (
      <span style={wrong ? { color: 'var(--house-bad)', fontWeight: 600 } : { fontWeight: 600 }}>
        <Moment at={value} zone={zone} kind="clock" /> {zoneName(value, reader)}
      </span>
    ) : (
      <Text span size="sm" c="dimmed">
        {shown}
      </Text>
    )
  return (
    <li className={classes['stop']} {...(value === null ? {} : { 'data-known': true })} {...(wrong ? { 'data-wrong': true } : {})}>
      {next === null ? null : (
        <span className={`${classes['gap'] ?? ''} numbers`} style={next.wrong ? { color: 'var(--house-bad)' } : {}}>
          {next.text}
        </span>
      )}
      <Text size="xs" c="dimmed" truncate maw="100%">
        {name}
      </Text>
      <Group gap={2} wrap="nowrap">
        {at.mayEdit ? (
          <Popover opened={open} onChange={setOpen} trapFocus withArrow shadow="md" position="bottom-start" width={270} returnFocus>
            <Popover.Target>
              <UnstyledButton className={classes['editable']} style={{ paddingLeft: 0 }} onClick={() => setOpen(true)}>
                <VisuallyHidden>{`${value === null ? text.moments.set(name) : text.edit(name)}: `}</VisuallyHidden>
                {time}
              </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown>
              <MomentField
                what={name}
                at={value ?? near ?? happenedAt}
                zone={zone}
                onSave={(said) => {
                  at.say(said)
                  setOpen(false)
                }}
                onCancel={() => setOpen(false)}
              />
            </Popover.Dropdown>
          </Popover>
        ) : (
          <span className={classes['editable']} style={{ paddingLeft: 0 }}>
            {time}
          </span>
        )}
        {fact === undefined ? null : (
          <OriginMark
            what={name}
            fact={fact}
            correction={at.correction}
            incident={slug}
            onTakeBack={at.takeBack}
            show={(one) => dateTimeZoneText(String(one) as Instant, reader)}
          />
        )}
      </Group>
      {value === null ? null : (
        <Text size="xs" c="dimmed">
          <Moment at={value} kind="day" />
        </Text>
      )}
    </li>
  )
}

/** The durations, each under the part of the line that it measures. */
function Metrics({ order }: { order: readonly string[] }): ReactNode {
  const { metrics } = useIncident()
  const measured = metrics.filter(({ state }) => state !== 'not-applicable')
  if (measured.length === 0) return null
  return (
    <dl className={classes['metrics']} style={{ gridTemplateColumns: `repeat(${order.length}, minmax(0, 1fr))` }} aria-label={text.moments.metrics}>
      {measured.map(({ id, name, from, to, state, millis }) => {
        const [start, end] = [order.indexOf(from), order.indexOf(to)]
        const place: CSSProperties =
          start < 0 || end < 0 ? { gridColumn: '1 / -1' } : { gridColumn: `${Math.min(start, end) + 1} / ${Math.max(start, end) + 1}` }
        return (
          <div key={id} className={classes['metric']} data-state={state} style={place} title={name}>
            <dt>{name}</dt>
            <dd className="numbers">{millis === null ? (state === 'pending' ? text.moments.pending : '—') : durationText(millis)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
