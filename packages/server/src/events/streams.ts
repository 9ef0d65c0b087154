import { PassThrough, type Readable } from 'node:stream'
import type { House } from '../house.ts'
import { audienceOf } from '../store/audience.ts'
import type { OutboxEvent } from '../store/outbox.ts'

/** What somebody wants to hear of. */
export interface StreamWish {
  readonly member: string
  /** The last event that they have had; null: from now on. */
  readonly after: number | null
  /** Only of this incident; null: of everything. */
  readonly incident: string | null
  /** Kinds (`incident.changed`) and things (`incident`); empty: all. */
  readonly kinds: readonly string[]
  /** Whether they are still who they were, and may still listen. */
  stillThere(): Promise<boolean>
}

/** Server-sent events (WHATWG HTML 9.2) for many listeners over one follower of the outbox. */
export interface Streams {
  /** Opens a stream. Null when this member has too many open already. */
  open(wish: StreamWish): Promise<Readable | null>
  /** How many are open. */
  count(): number
  close(): void
}

interface Stream {
  readonly wish: StreamWish
  readonly out: PassThrough
  /** The id of the last event that was looked at for it. */
  position: number
  /** Caught up with the follower: new events are written as they come. */
  live: boolean
  /** It was told to read everything anew. */
  reset: boolean
}

const BEAT = 15_000
const MOST_PER_MEMBER = 50
/** Somebody who reads so slowly that this many bytes wait for them is cut off; they come back and say where they were. */
const MOST_WAITING = 1024 ** 2
const BATCH = 500
/** Events after which it is asked at once who is still there; otherwise with every beat. */
const DOORS = ['member.', 'api-key.', 'session.']

export function openStreams(house: Pick<House, 'db' | 'outbox' | 'log'>): Streams {
  const { outbox } = house
  const streams = new Set<Stream>()
  const cut = (stream: Stream): void => {
    streams.delete(stream)
    stream.out.end()
  }
  const turns = openTurns((error) => house.log.warn({ error }, 'events could not be passed on; the listeners are asked to come back'))
  const ask = async (stream: Stream): Promise<void> => {
    if (!(await stream.wish.stillThere().catch(() => true))) cut(stream)
  }
  const stopHearing = outbox.hear((events) => {
    void turns.take(
      async () => {
        if (events.some(({ kind }) => DOORS.some((door) => kind.startsWith(door)))) await Promise.all([...streams].map(ask))
        const live = [...streams].filter((stream) => stream.live)
        for (const slow of await pass(house, events, live)) cut(slow)
      },
      () => [...streams].forEach(cut),
    )
  })
  const beat = setInterval(() => {
    for (const stream of streams) {
      stream.out.write(': still here\n\n')
      void ask(stream)
    }
  }, BEAT)
  beat.unref()
  return {
    async open(wish) {
      if ([...streams].filter((stream) => stream.wish.member === wish.member).length >= MOST_PER_MEMBER) return null
      await outbox.ready
      const stream: Stream = { wish, out: new PassThrough(), position: wish.after ?? outbox.position(), live: false, reset: false }
      streams.add(stream)
      for (const end of ['close', 'error']) stream.out.on(end, () => streams.delete(stream))
      stream.out.write('retry: 2000\n: events\n\n')
      // Whoever was signed out between being let in and being on the list was not asked.
      void ask(stream)
      const going = (): boolean => streams.has(stream)
      void catchUp(house, stream, { turns, going }).catch(() => cut(stream))
      return stream.out
    },
    count: () => streams.size,
    close() {
      stopHearing()
      clearInterval(beat)
      for (const stream of streams) cut(stream)
    },
  }
}

/** One thing after the other. */
interface Turns {
  /** Resolves when it has been done; `failed` is called instead of a rejection. */
  take(work: () => Promise<void>, failed: () => void): Promise<void>
}

function openTurns(report: (error: Error | null) => void): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    async take(work, failed) {
      last = last.then(work).catch((error: unknown) => {
        report(error instanceof Error ? error : null)
        failed()
      })
      await last
    },
  }
}

/** Writes events to whom they are for. Gives those who read too slowly. */
async function pass({ db }: Pick<House, 'db'>, events: readonly OutboxEvent[], listeners: readonly Stream[]): Promise<Stream[]> {
  if (listeners.length === 0 || events.length === 0) return []
  const members = listeners.map(({ wish }) => wish.member)
  const audience = await audienceOf(db, events, members)
  for (const stream of listeners) {
    for (const event of events) {
      if (event.id <= stream.position) continue
      stream.position = event.id
      if (wants(stream.wish, event) && audience.mayHear(stream.wish.member, event)) stream.out.write(written(event))
    }
  }
  return listeners.filter(({ out }) => out.writableLength + out.readableLength > MOST_WAITING)
}

/** Everything since the stream's position, page by page; the last page in turn with what is live, so that nothing comes between. */
async function catchUp(
  house: Pick<House, 'db' | 'outbox'>,
  stream: Stream,
  { turns, going }: { readonly turns: Turns; readonly going: () => boolean },
): Promise<void> {
  const page = async (): Promise<boolean> => {
    const { events, complete } = await house.outbox.read(stream.position, BATCH)
    if (!complete && !stream.reset) {
      stream.reset = true
      stream.position = Math.min(stream.position, house.outbox.position())
      stream.out.write('event: reset\ndata: {}\n\n')
    }
    const slow = await pass(house, events, [stream])
    if (slow.length > 0) throw new Error('Too slow.')
    return events.length === BATCH && going()
  }
  while (await page());
  const failure = Promise.withResolvers<void>()
  await turns.take(
    async () => {
      while (await page());
      stream.live = true
      failure.resolve()
    },
    () => failure.reject(new Error('Could not catch up.')),
  )
  await failure.promise
}

function wants({ incident, kinds }: StreamWish, event: OutboxEvent): boolean {
  if (incident !== null && event.incident !== incident) return false
  return kinds.length === 0 || kinds.some((kind) => event.kind === kind || event.kind.startsWith(`${kind}.`))
}

/** One event on the wire. Kinds and data are ours and JSON, so no line of theirs can end it. */
function written({ id, at, kind, incident, postMortem, data }: OutboxEvent): string {
  return `id: ${id}\ndata: ${JSON.stringify({ id, at, kind, incident, postMortem, data })}\n\n`
}
