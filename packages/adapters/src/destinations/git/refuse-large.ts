import { BlamefreeError } from '@blamefree/core'

/** The largest file in bytes: what every host takes without a word, GitHub among them (it warns at 50 MB and refuses 100). */
export const LARGEST = 50_000_000

/** Throws where a file is larger than hosts take. */
export function refuseLarge(title: string, files: readonly { readonly name: string; readonly size: number }[]): void {
  const large = files.find(({ size }) => size > LARGEST)
  if (large !== undefined)
    throw new BlamefreeError(
      'git/too-large',
      `Cannot publish “${title}” to Git: ${large.name} is larger than ${LARGEST / 1_000_000} MB.`,
      'Use smaller images, or leave detail out of the timeline.',
    )
}
