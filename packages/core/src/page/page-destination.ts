import type { Root } from 'mdast'
import type { Asset, Construct, Loss } from '../destination.ts'
import type { Document } from '../document.ts'
import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import type { Problem } from '../problem.ts'
import type { ArchiveKeeper } from './archive-keeper.ts'
import type { World, WorldRequest } from './world.ts'

/** A place where a post-mortem can be a page that we update: Notion, Confluence, a Git repository. `id` equals the folder's name in `adapters/destinations`. */
export interface PageDestination<Config = unknown> {
  readonly id: string
  /** As a user says it: `Confluence`. */
  readonly title: string
  /** Anything not named here survives; `{}` is a promise. */
  readonly loses: Partial<Record<Construct, 'simplified' | 'dropped'>>
  readonly connect: ConnectGuide
  /** Settings as they were entered (`true`/`false` for switches, text for the rest, secrets among them) → the configuration. Throws `BlamefreeError` that names the setting and what was expected. */
  configure(settings: Settings): Config
  /** Pure: the document in the place's own dialect. The same document and options give the same text. */
  render(document: Document, options: PageOptions, config: Config): PageBody
  /** Pure: a page's text as pieces that are compared and merged one by one: paragraphs, list items, rows. `join(split(text))` says the same as `text`. */
  split(text: string): PageBlock[]
  join(blocks: readonly PageBlock[]): string
  /** Pure: a block's text without what the place changes by itself (ids, spaces, the order of attributes), for comparing. */
  canonical(text: string): string
  /** Pure: pieces of theirs as a tree of ours, for taking a change over into the post-mortem. What has no counterpart becomes its words, with a problem that says so. */
  readBack(text: string): { readonly tree: Root; readonly problems: readonly Problem[] }
  /** Pure: the request that writes a body, shown by a dry run: to a new page (`page` null), or over the one at `page`, whose version is `page.version`. */
  request(body: PageBody, page: PageNow | null, config: Config): WorldRequest | null
  /** Whether blocks that nobody changed are written as the place has them (`theirs`: keeps its ids and comments) or as we would (`ours`: where the whole file is made anew). */
  readonly keeps: 'ours' | 'theirs'
  /** Read-only calls that say whether the connection works, what is missing, and who can see the place. Never throws for what the place answers. */
  check(config: Config, world: World): Promise<PlaceCheck>
  /** The page that carries our marker; null where there is none. Asked before a page is created, so that one that was created and not recorded is found again. `hint`: the title that it was created with, for places that cannot search for a marker. */
  find(marker: string, config: Config, world: World, hint?: { readonly title: string }): Promise<PageNow | null>
  /** The page as it is now, or why it is not there. */
  read(ref: PageRef, config: Config, world: World): Promise<PageNow | PageGone>
  /** Makes the page with its marker, files and text. When it is cut off anywhere, `find` and `write` go on from there. */
  create(body: PageBody, marker: string, config: Config, world: World): Promise<PageNow>
  /** Writes over the page if it still has `page.version`; `stale` when somebody was quicker. Gives the page as it reads afterwards. */
  write(body: PageBody, page: PageNow, config: Config, world: World): Promise<PageNow | 'stale'>
  /** Brings back what was archived or thrown away; absent where a place cannot. */
  restore?(ref: PageRef, config: Config, world: World): Promise<PageNow>
  /** The place's own ids of people, by e-mail, for mentions. Absent where it has none. */
  people?(emails: readonly string[], config: Config, world: World): Promise<Readonly<Record<string, string>>>
  /** Keeps the archive of everything, beside the pages. Absent where a place keeps no versions of files. */
  readonly archive?: ArchiveKeeper<Config>
}

/** How one connects a place: what to create over there, step by step, and what to enter here. */
export interface ConnectGuide {
  /** What a post-mortem is over there: `A page in a space`. */
  readonly becomes: string
  /** Sentences of Markdown, in order, with the exact scopes. */
  readonly steps: readonly string[]
  readonly settings: readonly PlaceSetting[]
}

/** One thing to enter. */
export interface PlaceSetting {
  /** Camel case: `spaceKey`. */
  readonly key: string
  readonly label: string
  /** A sentence: where one finds it, and an example. */
  readonly help: string
  /** Sealed at rest and never shown again. */
  readonly secret?: boolean
  readonly optional?: boolean
  /** Left out: a line of text. */
  readonly kind?: 'text' | 'lines' | 'switch' | readonly string[]
}

/** What was entered, by key. */
export type Settings = Readonly<Record<string, string | boolean>>

/** What rendering a page is told besides the document. */
export interface PageOptions {
  readonly incident?: Incident
  /** Images by their address in the document. */
  readonly assets?: Readonly<Record<string, Asset>>
  /** The place's ids of people, by the id that a mention in the document has. */
  readonly mentions?: Readonly<Record<string, string>>
  /** Show evidence in sections left for people. Left out: false. */
  readonly evidence?: boolean
  readonly audience?: string
  /** What the footer says; null leaves it out. */
  readonly footer: PageFooter | null
}

/** Where a page comes from: `Made by Blamefree on … by … from version 3. Changes made here are kept.`, with a link to the post-mortem. */
export interface PageFooter {
  /** Of the post-mortem; null where it has no address (the command line). */
  readonly url: string | null
  readonly at: Instant
  /** As it is shown, in the document's zone. */
  readonly shownAt: string
  readonly by: string | null
  readonly version: string | null
}

/** A document as a page's text. */
export interface PageBody {
  readonly title: string
  /** In the place's dialect. */
  readonly text: string
  /** Images and other files that travel along, by the name under which the text shows them. */
  readonly files: readonly PageFile[]
  /** Labels or tags, where the place has them: services, severity, type. */
  readonly labels: readonly string[]
  /** What else the destination needs when it writes: plain words that go along with the text. */
  readonly extra?: Readonly<Record<string, string>>
  readonly losses: readonly Loss[]
  readonly problems: readonly Problem[]
}

/** A file of a page. */
export interface PageFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A piece of a page's text. */
export interface PageBlock {
  readonly text: string
  /** The words of the heading it stands under, itself included; empty before the first. */
  readonly section: string
  /** `footer`: ours alone; it never counts as a change of theirs. */
  readonly kind?: 'footer'
}

/** Where a page is. `id` is the place's own. */
export interface PageRef {
  readonly id: string
  /** For people. */
  readonly url: string
  /** What else the place needs to find it again. Plain JSON of strings. */
  readonly extra?: Readonly<Record<string, string>>
}

/** A page as it was read. */
export interface PageNow {
  readonly ref: PageRef
  readonly title: string
  /** What the place compares when it is written: a number, a revision, an ETag; where it has none, a sum of what was read. */
  readonly version: string
  /** In the place's dialect. */
  readonly text: string
  /** The marker it carries; null where it carries none, or is somebody else's. */
  readonly marker: string | null
  /** Who changed it last, and when, as the place says it. */
  readonly changedBy?: string | null
  readonly changedAt?: Instant | null
  /** Where it is now, in words, when the place tells (`space OPS, below "Incidents"`): to see that it was moved. */
  readonly where?: string | null
  /** A writing of ours was cut off in the middle, where a place cannot be written in one go: what is missing was not taken away by people. Left out: false. */
  readonly unfinished?: boolean
  /** What could not be done beside the page itself, after it was created or written: it is there nevertheless. Left out: nothing. */
  readonly problems?: readonly Problem[]
}

/** Why a page cannot be read or written. `archived` and `trashed` can be restored where the destination can. */
export interface PageGone {
  readonly gone: 'deleted' | 'trashed' | 'archived' | 'forbidden' | 'locked'
  /** A sentence for people: what is so and what one can do. */
  readonly sentence: string
}

/** What the test button shows. */
export interface PlaceCheck {
  readonly works: boolean
  /** One sentence each, in the order they were tried: what was tried, whether it worked, and what to do where not. */
  readonly findings: readonly { readonly ok: boolean; readonly sentence: string }[]
  /** Where pages go, as people call it: `space "Operations" (OPS)`. Null where it could not be read. */
  readonly where: string | null
  readonly audience: PlaceAudience
}

/** Who can see a place: `people` (named ones), `company` (everybody who is signed in there), `public`, or `unknown` where its API does not tell. */
export interface PlaceAudience {
  readonly level: 'people' | 'company' | 'public' | 'unknown'
  readonly sentence: string
}
