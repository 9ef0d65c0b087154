import type { PageDestination, PageGone, PlaceAudience, Reply, Settings, WorldRequest } from '@blamefree/core'

/** A page as it stands in a fake place. Pages that were thrown away or archived do not count. */
export interface StandingPage {
  readonly title: string
  /** In the dialect, as `read` gives it. */
  readonly text: string
}

/** A fake of a place, with its state, and with people over there. */
export interface FakePlace {
  answer(request: WorldRequest): Reply | Promise<Reply>
  pages(): readonly StandingPage[]
  /** Everything that a writing could change, as text: two equal ones mean that nothing was written. */
  state(): string
  /** Somebody changes the first page over there. */
  edit(change: (text: string) => string): void
  /** Somebody renames it. Absent where a page has no title of its own. */
  rename?(title: string): void
  /** It goes, in one of the ways that the subject names. */
  remove?(how: PageGone['gone']): void
  /** Who can see the place from now on. Absent where it never tells. */
  seenBy?(level: PlaceAudience['level']): void
}

/** A destination with a fake of its place, for the suite of all of them. */
export interface PageSubject {
  readonly destination: PageDestination
  /** As a user enters them, secrets among them. */
  readonly settings: Settings
  /** A new, empty place. */
  fake(): FakePlace
  /** Holds a request against the vendor's contract. */
  readonly check?: (request: WorldRequest) => readonly string[]
  /** Where hosts are, for a destination that opens connections of its own. Left out: at an address that is nobody's. */
  readonly reach?: readonly string[]
  /** The ways in which a page can go, that the fake knows. */
  readonly goes?: readonly PageGone['gone'][]
  /** How many requests it takes to make a page, to see that nothing is new, and to bring it up to date, without images and tokens: what its README says. Left out: not counted. */
  readonly requests?: readonly [number, number, number]
  /** False for a place without versions or locks: what somebody writes between our comparing and our writing is lost there. Left out: true. */
  readonly locks?: boolean
  /** False for a place where nobody can change a page but us. Left out: true. */
  readonly edits?: boolean
  /** False for a place that can be neither searched nor asked what it has: its page is the same again because it has the same name. Left out: true. */
  readonly finds?: boolean
  /** Which words of the suite's post-mortem the place tells at all. Left out: all. */
  readonly tells?: RegExp
  /** Promises that cannot be asked of it by its nature, each by the beginning of what it says, with a reason that goes on after “because”. The suite names them, and sees to it that each is needed. */
  readonly unasked?: Readonly<Record<string, string>>
}
