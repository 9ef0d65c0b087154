import type { Fact, Source, TimelineEvent } from '@blamefree/core'

/** A source that breaks one promise, and a part of the sentence that must catch it. */
export interface Liar {
  readonly lie: string
  readonly caughtBy: RegExp
  tell(honest: Source): Source
}

const eachEvent =
  (change: (event: TimelineEvent, index: number) => unknown) =>
  (honest: Source): Source => ({
    ...honest,
    read: (raw, options) => {
      const reading = honest.read(raw, options)
      return { ...reading, events: reading.events.map((event, index) => change(event, index) as TimelineEvent) }
    },
  })

let reads = 0

/** One liar for each promise of a source. The contract suite must catch every one of them. */
export const LIARS: readonly Liar[] = [
  {
    lie: 'throws on junk',
    caughtBy: /throws: .*Unexpected/,
    tell: (honest) => ({
      ...honest,
      read: (raw, options) => {
        for (const { bytes } of raw.files) JSON.parse(new TextDecoder().decode(bytes))
        return honest.read(raw, options)
      },
    }),
  },
  { lie: 'is silent about junk', caughtBy: /reports no problem/, tell: (honest) => ({ ...honest, read: (raw) => ({ ...honest.read(raw), problems: [] }) }) },
  { lie: 'gives events new ids on each read', caughtBy: /two readings/, tell: eachEvent((event) => ({ ...event, id: `${event.id}-${reads++}` })) },
  {
    lie: 'takes ids from the name of the payload',
    caughtBy: /depend on the name/,
    tell: (honest) => ({ ...honest, read: (raw) => eachEvent((event) => ({ ...event, id: `${event.id}${raw.name}` }))(honest).read(raw) }),
  },
  { lie: 'gives every event one id', caughtBy: /ids are the same/, tell: eachEvent((event) => ({ ...event, id: `${event.origin.source}:1` })) },
  { lie: 'gives ids of another source', caughtBy: /does not begin with/, tell: eachEvent((event, index) => ({ ...event, id: `elsewhere:${index}` })) },
  { lie: 'lets raw HTML through', caughtBy: /not safe/, tell: eachEvent((event) => ({ ...event, text: `<img src=x onerror=alert(1)> ${event.text}` })) },
  {
    lie: 'lets a block of the document through',
    caughtBy: /block of the document/,
    tell: eachEvent((event) => ({ ...event, text: `:::guidance\n${event.text}\n:::` })),
  },
  { lie: 'claims everything', caughtBy: /certainly its own/, tell: (honest) => ({ ...honest, recognise: () => 'certain' }) },
  { lie: 'does not know its own', caughtBy: /does not recognise/, tell: (honest) => ({ ...honest, recognise: () => 'no' }) },
  { lie: 'forgets the origin of an event', caughtBy: /no origin/, tell: eachEvent((event) => ({ ...event, origin: null })) },
  {
    lie: 'forgets the origin of a fact',
    caughtBy: /title has no origin/,
    tell: (honest) => ({
      ...honest,
      read: (raw) => ({ ...honest.read(raw), title: { value: 'A title', basis: 'stated', rule: null, evidence: [] } as unknown as Fact<string> }),
    }),
  },
  {
    lie: 'calls an inference stated',
    caughtBy: /is stated by the rule/,
    tell: (honest) => ({
      ...honest,
      read: (raw) => {
        const reading = honest.read(raw)
        const origin = { source: honest.id, ref: '1', url: null, label: 'x' }
        return { ...reading, severity: { value: 'major', origin, basis: 'stated', rule: 'guess', evidence: [] } }
      },
    }),
  },
  { lie: 'names actors who are nobody', caughtBy: /is nobody/, tell: eachEvent((event) => ({ ...event, actor: `${event.origin.source}:nobody-at-all` })) },
  { lie: 'gives local times', caughtBy: /no instant/, tell: eachEvent((event) => ({ ...event, at: event.at.slice(0, 16) })) },
  {
    lie: 'leaves a token in an address',
    caughtBy: /not safe/,
    tell: eachEvent((event) => ({ ...event, origin: { ...event.origin, url: 'https://files.example.com/x?t=xoxe-1-2-3' } })),
  },
  { lie: 'gives objects that are no JSON', caughtBy: /not plain JSON/, tell: eachEvent((event) => ({ ...event, extra: new Date(0) })) },
  {
    lie: 'reports problems without a sentence and a place',
    caughtBy: /no place|not a sentence/,
    tell: (honest) => ({ ...honest, read: (raw) => ({ ...honest.read(raw), problems: [{ code: 'Oops', message: 'err', weight: 'error' }] }) }),
  },
]
