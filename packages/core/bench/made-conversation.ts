import { instantFromMillis, newReading, type Instant, type Reading, type TimelineEvent } from '../src/index.ts'

/** What people write in an incident's channel; `#` becomes a number. Of ten lines about three say something, as in real ones. */
const LINES = [
  "we're seeing errors on checkout, about #% of requests fail",
  'looking',
  'can you check the graphs of `cart-#`? nothing there on my side',
  'pods restart again and again, node-# is out of memory',
  'thanks!',
  ':eyes:',
  'maybe the connection pool is too small after the deploy of v#',
  'ok so I went through the logs of the last hour and I see nothing unusual, the latency of the database is where it was, and so is the number of connections',
  'rolling back cart to v#',
  'found it, the cache key has no region in it since #',
  'lol',
  'should we fail over to db-#?',
  'no effect so far',
  'I am in a meeting until # past, ping me when you need me',
  'https://graphs.example.com/d/#',
  'restarted the workers in zone #',
  'errors are going down, # per minute now',
  'same here',
  'who has access to the console of the registrar?',
  'follow-up: alert on the pool size before it is full',
  'the status page says investigating since #',
  'hm',
  'everything is back to normal for region #',
  'anyone knows what that job does that runs at #?',
]

/** A chat's reading with so many messages of made-up text, half a minute apart, by forty people and two bots; threads and joins among them. The same each time. */
export function madeConversation(messages: number): Reading {
  const start = 1_772_614_800_000
  const people = Array.from({ length: 42 }, (_, index) => ({
    id: `made:p${index}`,
    name: `Person ${String.fromCharCode(65 + (index % 26))}${index}`,
    handle: `person${index}`,
    email: `person${index}@example.com`,
    zone: index % 3 === 0 ? 'Europe/London' : 'America/New_York',
    bot: index >= 40,
    accounts: [`made:p${index}`],
  }))
  let state = 7
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const events = Array.from({ length: messages }, (_, index): TimelineEvent => {
    const actor = random(44)
    const at = instantFromMillis(start + index * 30_000) ?? ('2026-03-04T09:00:00.000Z' as Instant)
    const text = (LINES[random(LINES.length)] ?? '').replaceAll('#', () => String(random(900)))
    const origin = { source: 'made', ref: String(index), url: `https://chat.example/${index}`, label: 'a made-up message' }
    const thread = index > 0 && random(6) === 0 ? `made:${index - 1}` : null
    const message = { kind: 'message', channel: 'inc-made-up', bot: actor >= 40, pinned: random(400) === 0, broadcast: false, edited: false } as const
    const what =
      index % 50 === 49 ? ({ kind: 'membership', action: 'joined', channel: 'inc-made-up' } as const) : { ...message, reactions: [], attachments: [] }
    return { id: `made:${index}`, at, text, actor: `made:p${Math.min(41, actor)}`, thread, origin, what, mark: { level: 'detail', rule: null } }
  })
  return newReading('made', { name: 'made', files: [] }, { people, events }, [])
}
