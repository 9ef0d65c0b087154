import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReaderZone } from '../../session/me.ts'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'
import type { DataProblem } from './problem-list.tsx'
import { ReadingWindow } from './reading-window.tsx'
import type { ReadingWish } from './send-records.ts'

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** What has to be said for the record to be read: the day and the zone are asked for where times carry none. */
export function ReadingOptions({
  wish,
  problems,
  conversations,
  onChange,
}: {
  wish: ReadingWish
  problems: readonly DataProblem[]
  /** Whether there are conversations to read, of which a part may be enough. */
  conversations: boolean
  onChange: (part: Partial<ReadingWish>) => void
}): ReactNode {
  const reader = useReaderZone()
  const asks = (code: string): boolean => problems.some((problem) => problem.code === code)
  const day = wish.date !== undefined || asks('transcript/no-date') || asks('transcript/date-order')
  const zone = wish.zone !== undefined || asks('transcript/no-zone')
  return (
    <section className={classes['card']} aria-label={text.options}>
      <h2>{text.options}</h2>
      <Stack gap="sm">
        {day ? (
          <TextInput
            type="date"
            label={text.day}
            value={wish.date ?? ''}
            error={asks('transcript/no-date') && wish.date === undefined}
            onChange={(event) => onChange({ date: event.currentTarget.value })}
          />
        ) : null}
        {zone ? (
          <>
            <TextInput
              label={text.zone}
              placeholder={reader}
              description={text.zoneHint}
              list="zones"
              key={wish.zone === reader ? reader : ''}
              defaultValue={wish.zone ?? ''}
              onChange={(event) => {
                const said = event.currentTarget.value.trim()
                if (said === '' || ZONES.includes(said)) onChange({ zone: said })
              }}
            />
            {wish.zone === undefined && reader !== 'UTC' ? (
              <Button size="compact-sm" variant="light" style={{ justifySelf: 'start', alignSelf: 'start' }} onClick={() => onChange({ zone: reader })}>
                {text.zoneOwn(reader)}
              </Button>
            ) : null}
            <datalist id="zones">
              {ZONES.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        ) : null}
        {conversations || wish.from !== undefined || wish.to !== undefined ? (
          <ReadingWindow from={wish.from ?? ''} to={wish.to ?? ''} onChange={onChange} />
        ) : null}
        <TextInput
          label={text.titleField}
          description={text.titleHint}
          value={wish.title ?? ''}
          maxLength={300}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Checkbox label={text.private} checked={wish.private ?? false} onChange={(event) => onChange({ private: event.currentTarget.checked })} />
      </Stack>
    </section>
  )
}
