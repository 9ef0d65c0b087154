import {
  BlamefreeError,
  type Document,
  type Instant,
  type PageFooter,
  type PlaceCheck,
  type PublishAsk,
  type PublishOutcome,
  type PublishPlan,
  type WrittenPage,
} from '@blamefree/core'
import { planPage } from '../../publish/plan-page.ts'
import { publishPage } from '../../publish/publish-page.ts'
import { fakeWorld, type FakeWorld } from './fake-world.ts'
import { Killed, type Faults } from './faults.ts'
import type { FakePlace, PageSubject } from './page-subject.ts'

/** What one publishing is asked besides the document. */
export interface Asked extends Partial<Pick<PublishAsk, 'choice' | 'incident' | 'confirmed' | 'marker' | 'written' | 'options'>> {
  readonly faults?: Faults
  /** Who sees the place is not known, and the place has to be asked. */
  readonly unasked?: boolean
}

/** How a run ended: with an outcome, an error, or our death. */
export interface Run {
  readonly outcome: PublishOutcome | null
  readonly error: unknown
  readonly killed: boolean
  readonly world: FakeWorld
}

/** A place with one post-mortem that is published to it again and again, by somebody who keeps what there is to keep. */
export interface PageSession {
  readonly place: FakePlace
  /** What a careful caller has kept. */
  readonly written: () => WrittenPage | null
  readonly run: (document: Document, asked?: Asked) => Promise<Run>
  /** The same, and it must end with an outcome. */
  readonly publish: (document: Document, asked?: Asked) => Promise<PublishOutcome>
  readonly plan: (document: Document, asked?: Asked) => Promise<{ readonly plan: PublishPlan; readonly world: FakeWorld }>
  readonly check: (asked?: Asked) => Promise<PlaceCheck>
  /** What the vendor would have refused of all that was sent. */
  readonly breaches: readonly string[]
}

/** The footer of the suite's pages. */
export const FOOTER: PageFooter = {
  url: 'https://blamefree.example.com/post-mortems/7',
  at: '2026-03-05T09:00:00.000Z' as Instant,
  shownAt: '5 March 2026 09:00',
  by: 'Noor',
  version: '3',
}

/** Begins with an empty place. */
export function pageSession(subject: PageSubject): PageSession {
  const { destination } = subject
  const config = destination.configure(subject.settings)
  const place = subject.fake()
  const breaches: string[] = []
  let written: WrittenPage | null = null
  let intended: string | null = null
  const askOf = (document: Document, asked: Asked): PublishAsk => ({
    destination,
    config,
    document,
    options: { footer: FOOTER },
    marker: 'blamefree-7f3a',
    written,
    intended,
    intend: (ours) => {
      intended = ours
      return Promise.resolve()
    },
    incident: 'company',
    ...(asked.unasked === true ? {} : { audience: { level: 'company', sentence: 'Everybody of the company sees it.' } }),
    ...Object.fromEntries(Object.entries(asked).filter(([key]) => key !== 'faults' && key !== 'unasked')),
  })
  const worldOf = ({ faults = {} }: Asked): FakeWorld =>
    fakeWorld({ answer: (request) => place.answer(request), faults, check: subject.check, reach: subject.reach })
  const run = async (document: Document, asked: Asked = {}): Promise<Run> => {
    const world = worldOf(asked)
    try {
      const outcome = await publishPage(askOf(document, asked), world)
      if ('written' in outcome) {
        written = outcome.written
        intended = null
      }
      return { outcome, error: null, killed: false, world }
    } catch (error) {
      return { outcome: null, error, killed: error instanceof Killed, world }
    } finally {
      breaches.push(...world.breaches)
    }
  }
  return {
    place,
    breaches,
    written: () => written,
    run,
    async publish(document, asked) {
      const { outcome, error } = await run(document, asked)
      if (outcome === null) throw error instanceof BlamefreeError ? new Error(`publishing threw ${error.code}: ${error.message} ${error.hint}`) : error
      return outcome
    },
    async check(asked = {}) {
      const world = worldOf(asked)
      const check = await destination.check(config, world)
      breaches.push(...world.breaches)
      return check
    },
    async plan(document, asked = {}) {
      const world = worldOf(asked)
      const plan = await planPage(askOf(document, asked), world)
      breaches.push(...world.breaches)
      return { plan, world }
    },
  }
}
