import { BlamefreeError } from '@blamefree/core'
import { TOO_LARGE_HINT } from './api-error.ts'
import type { Site } from './site.ts'

/** Throws for what the wiki would refuse or show wrongly, before anything is sent. */
export function holdPage(text: string, { largest, tags }: Site): void {
  const size = new TextEncoder().encode(text).byteLength
  if (size > largest)
    throw new BlamefreeError(
      'mediawiki/too-large',
      `Cannot publish to MediaWiki: the page would have ${grouped(size)} bytes, and the wiki takes ${grouped(largest)}.`,
      TOO_LARGE_HINT,
    )
  for (const [tag, sign, setting] of [
    ['ref', '<ref name="note-', 'Footnotes by Cite'],
    ['syntaxhighlight', '\n<syntaxhighlight ', 'Code in colours'],
  ] as const)
    if (tags.size > 0 && !tags.has(tag) && `\n${text}`.includes(sign))
      throw new BlamefreeError(
        'mediawiki/extension',
        `Cannot publish to MediaWiki: the wiki does not have the extension for <${tag}>.`,
        `Switch “${setting}” off in the settings of the connection.`,
      )
}

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
