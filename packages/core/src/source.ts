import type { Facts } from './incident.ts'
import type { Instant } from './instant.ts'
import type { Problem } from './problem.ts'

/** A payload exactly as it came: one file, an archive, or a folder of files. */
export interface Raw {
  /** As the user named it: `export.zip`, `-` for standard input. */
  readonly name: string
  /** One for a file or an archive (not yet opened); many for a folder. */
  readonly files: readonly RawFile[]
}

/** One file of a raw payload. `bytes` may be a getter that reads the file when it is asked for: ask once. */
export interface RawFile {
  /** Relative, with `/`; equal to the raw's name for a single file. */
  readonly path: string
  readonly size: number
  readonly bytes: Uint8Array
}

/** What the user asks of a record that holds more than one incident. Everything may be left out. */
export interface ReadOptions {
  /** Channel names without `#`, or ids. Left out: all of them when there is one, otherwise a problem lists them. */
  readonly channels?: readonly string[]
  /** Half-open: from ≤ at < to. */
  readonly from?: Instant
  readonly to?: Instant
  /** The IANA zone of local times that carry none (a pasted transcript). */
  readonly zone?: string
  /** The calendar day, `2026-03-04`, of times that carry none. */
  readonly date?: string
}

/** A conversation or other part that a record offers for choosing. */
export interface Part {
  readonly id: string
  readonly name: string
  readonly messages: number
  readonly from: Instant | null
  readonly to: Instant | null
}

/** The facts that we understood from one raw payload, and what was wrong with it. */
export interface Reading extends Facts {
  /** The source's id. */
  readonly source: string
  /** The raw's name. */
  readonly raw: string
  readonly problems: readonly Problem[]
  /** The parts that can be chosen with `channels`; empty when there is nothing to choose. */
  readonly parts: readonly Part[]
}

/**
 * How sure a source is that a payload is its own: `certain` from marks that no other format has, `possible` from its general shape
 * (any text may be a transcript), `no`. Among the certain, the first in the list of sources is asked.
 */
export type Recognition = 'certain' | 'possible' | 'no'

/** A system that facts come from. Its `id` equals its folder's name. Network parts (`pull`, `receive`) are separate and come later. */
export interface Source {
  readonly id: string
  /** As a user says it: `Slack export`. */
  readonly title: string
  /** Pure, cheap (looks at names and the first bytes where it can), and never throws. */
  recognise(raw: Raw): Recognition
  /** Pure, and never throws on bad data: it reports problems. Reading the same raw twice gives the same reading. */
  read(raw: Raw, options?: ReadOptions): Reading
}
