import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../parts/icons.tsx'
import type { ReactNode } from 'react'
import { InlineText } from '../../parts/inline-text.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'
import { ProblemList } from './problem-list.tsx'
import type { Preview } from './send-records.ts'

/** What would be read of one record: what it is, its period, its first events, what is wrong with it. */
export function ReadingCard({
  reading,
  sources,
  choosing,
  stale,
  said,
  onSource,
}: {
  reading: Preview['readings'][number]
  sources: Preview['sources']
  choosing: boolean
  stale: boolean
  said: string | undefined
  onSource: (source: string) => void
}): ReactNode {
  const known = reading.source !== 'unknown'
  const read = reading.events + reading.facts > 0
  return (
    <section className={classes['card']} aria-label={reading.name} data-stale={stale}>
      <header>
        {read ? (
          <IconCircleCheck size={20} className={classes['good']} aria-hidden />
        ) : choosing ? (
          <IconCircleDashed size={20} aria-hidden />
        ) : (
          <IconAlertTriangle size={20} className={classes['warn']} aria-hidden />
        )}
        <div>
          <h2>{reading.name}</h2>
          <p>
            {known ? reading.title : text.unknown}
            {read ? ` · ${reading.events > 0 ? text.events(reading.events) : text.facts(reading.facts)} · ${text.people(reading.people)}` : ''}
            {reading.from === null || reading.to === null ? null : (
              <>
                {' · '}
                <TimeText at={reading.from} />
                {reading.from.slice(0, 16) === reading.to.slice(0, 16) ? null : (
                  <>
                    {' – '}
                    <TimeText at={reading.to} clock={reading.from.slice(0, 10) === reading.to.slice(0, 10)} />
                  </>
                )}
              </>
            )}
          </p>
        </div>
        <NativeSelect
          size="xs"
          aria-label={`${text.source}: ${reading.name}`}
          value={said ?? (known ? reading.source : '')}
          onChange={(event) => onSource(event.currentTarget.value)}
          data={[...(known ? [] : [{ value: '', label: `${text.source} …` }]), ...sources.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      </header>
      {/* While the channels are open, what is missing is asked for above. */}
      <ProblemList
        problems={choosing ? reading.problems.filter(({ code }) => code !== 'slack-export/choose-channel') : reading.problems}
        most={4}
        hints={text.problemHints}
      />
      {reading.beginning.length === 0 ? null : (
        <ol className={classes['begins']} aria-label={text.begins}>
          {reading.beginning.map(({ at, actor, text: words }, index) => (
            <li key={index}>
              <TimeText at={at} />
              <span>
                {actor === null || words.startsWith(`${actor}:`) ? null : (
                  <>
                    <bdi>
                      <b>{actor}</b>
                    </bdi>{' '}
                  </>
                )}
                <bdi>
                  <InlineText text={words} />
                </bdi>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
