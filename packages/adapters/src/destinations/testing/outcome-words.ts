import { BlamefreeError, type PublishOutcome } from '@blamefree/core'

/** The sentences that a publishing ended with; empty where it had nothing to say. */
export const messages = (outcome: PublishOutcome): string => ('problems' in outcome ? outcome.problems.map(({ message }) => message).join(' ') : '')

/** The error of ours that work ends with. Fails when it ends in any other way. */
export async function thrown(work: Promise<unknown>): Promise<BlamefreeError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof BlamefreeError)) throw new Error(`It throws ${String(error)}.`)
  return error
}
