import { zoneFromText } from '@blamefree/core'
import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
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
  const [zoneWords, setZoneWords] = useState('')
  const asks = (code: string): boolean => problems.some((problem) => problem.code === code)
  const day = useEver(asks('transcript/no-date') || asks('transcript/date-order'))
  const zone = useEver(asks('transcript/no-zone'))
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
              value={zoneWords === '' ? (wish.zone ?? '') : zoneWords}
              error={wish.zone === undefined && !couldBeZone(zoneWords) ? text.zoneWrong : null}
              onChange={(event) => {
                const said = event.currentTarget.value
                setZoneWords(said)
                onChange({ zone: zoneFromText(said.trim())?.zone ?? '' })
              }}
            />
            {wish.zone === undefined && reader !== 'UTC' ? (
              <Button
                size="compact-sm"
                variant="light"
                style={{ justifySelf: 'start', alignSelf: 'start' }}
                onClick={() => {
                  setZoneWords(reader)
                  onChange({ zone: reader })
                }}
              >
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

/** Whether something has been so once: a field that was asked for stays while somebody changes what is in it. */
function useEver(is: boolean): boolean {
  const ever = useRef(is)
  ever.current ||= is
  return ever.current
}

/** Whether words are the beginning of a zone’s name, so that whoever types is not told that they are wrong. */
const couldBeZone = (words: string): boolean => ZONES.some((name) => name.toLowerCase().startsWith(words.trim().toLowerCase()))
