/** Where in somebody's input a problem is. Every part may be unknown. */
export interface Place {
  /** The file or payload, as the user named it. */
  readonly file?: string
  /** 1-based, as editors count. */
  readonly line?: number
  /** 1-based, in UTF-16 code units. */
  readonly column?: number
  /** A path inside structured data: `messages[3].ts`. */
  readonly path?: string
}

/** How bad a problem is: `error` means something is missing from the result, `warning` that it may be wrong, `info` that somebody may want to know. */
export type Weight = 'error' | 'warning' | 'info'

/**
 * Data that is wrong. Problems are returned, never thrown, and the work goes on: half a post-mortem beats none.
 * The message is a whole sentence that says what is wrong; the hint, when there is one, is an instruction.
 */
export interface Problem {
  /** Kebab-case and stable, `<room>/<what>`: `slack/truncated-json`. */
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly weight: Weight
  readonly place?: Place
  /** Where sources disagree: what each of them says, the one that is used first. */
  readonly choice?: Choice
}

/** Values between which a person can choose, by correcting `path` (`severity`, `timestamps.fixed`). */
export interface Choice {
  readonly path: string
  /** `value` as a correction takes it, `shown` as people read it, `says` who has it. */
  readonly values: readonly { readonly value: unknown; readonly shown: string; readonly says: string }[]
}

/** What is thrown when we cannot go on. `message` says what cannot be done and why, `hint` what to do about it. */
export class BlamefreeError extends Error {
  readonly code: string
  readonly hint: string

  constructor(code: string, message: string, hint: string, options?: { cause?: unknown }) {
    super(message)
    if (options?.cause !== undefined) this.cause = options.cause
    this.name = 'BlamefreeError'
    this.code = code
    this.hint = hint
  }
}

/** A place in one line, `export.zip:inc-42/2026-03-04.json:12:3`; empty when nothing is known. */
export function placeText(place: Place | undefined): string {
  if (place === undefined) return ''
  const position = [place.line, place.column].filter((part) => part !== undefined).join(':')
  return [place.file, position, place.path].filter((part) => part !== undefined && part !== '').join(':')
}
