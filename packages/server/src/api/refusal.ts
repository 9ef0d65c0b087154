import { BlamefreeError } from '@blamefree/core'

/** A request that is answered with a problem document: the status, our code, a sentence, and what to do. */
export class Refusal extends BlamefreeError {
  readonly status: number
  /** More members for the problem document: what changed meanwhile, where the input is wrong. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, { message, hint, ...more }: { message: string; hint?: string; readonly [name: string]: unknown }) {
    super(code, message, hint ?? '')
    this.status = status
    this.more = more
  }
}

/** To this person there is no such thing, whether or not there is one. */
export function absent(what: string): Refusal {
  return new Refusal(404, 'absent', { message: `There is no such ${what}.`, hint: 'It may have been deleted, or it is not for you to see.' })
}

/** Somebody else changed it since it was read. `now` is how it stands. */
export function changedMeanwhile(what: string, now: Readonly<Record<string, unknown>>): Refusal {
  return new Refusal(412, 'changed-meanwhile', {
    message: `The ${what} was changed since you read it.`,
    hint: 'Read it again, look at what changed, and send the change with its new ETag.',
    current: now,
  })
}
