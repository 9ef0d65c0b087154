import { Checkbox, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { components } from '../../api/schema.ts'
import { TimeText } from '../../parts/time-text.tsx'
import { intakeText as text } from '../../text/intake.ts'
import classes from './intake.module.css'

type Part = components['schemas']['Preview']['readings'][number]['parts'][number]

/** More than these are found by searching. */
const SHOWN = 80

/** Which conversations of a whole export are read: those named like an incident first, then those with the newest messages. */
export function ChannelPicker({
  parts,
  chosen,
  onChange,
}: {
  parts: readonly Part[]
  chosen: readonly string[]
  onChange: (channels: readonly string[]) => void
}): ReactNode {
  const [wanted, setWanted] = useState('')
  const found = parts
    .filter(({ name }) => name.toLowerCase().includes(wanted.trim().replace(/^#/, '').toLowerCase()))
    .toSorted((a, b) => Number(isIncident(b)) - Number(isIncident(a)) || ((b.to ?? '') < (a.to ?? '') ? -1 : 1))
  return (
    <section className={classes['card']} aria-label={text.channels}>
      <h2>{text.channels}</h2>
      <p>{text.channelsHint}</p>
      <TextInput
        size="sm"
        aria-label={text.channelFind}
        placeholder={text.channelFind}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        rightSectionWidth={100}
        rightSection={
          <Text size="xs" c="dimmed" m={0} component="span">
            {text.channelsChosen(chosen.length)}
          </Text>
        }
      />
      <div className={classes['channels']}>
        {found.slice(0, SHOWN).map((part) => (
          <Checkbox
            key={part.id}
            checked={chosen.includes(part.id)}
            onChange={() => onChange(chosen.includes(part.id) ? chosen.filter((id) => id !== part.id) : [...chosen, part.id])}
            classNames={{ body: classes['channel'] ?? '', labelWrapper: classes['channelLabel'] ?? '' }}
            label={
              <>
                <b># {part.name}</b>
                <span>{text.channelMessages(part.messages)}</span>
                {part.to === null ? null : (
                  <span>
                    {text.channelLast} <TimeText at={part.to} />
                  </span>
                )}
              </>
            }
          />
        ))}
      </div>
      {found.length === 0 ? <p>{text.channelsNone}</p> : null}
      {found.length > SHOWN ? <p>{text.channelsMore(found.length - SHOWN)}</p> : null}
    </section>
  )
}

/** Channels that teams make for an incident are called so. */
const isIncident = ({ name }: Part): boolean => /^(?:inc|incident|sev|outage|p[0-4])[-_\d]/i.test(name)
