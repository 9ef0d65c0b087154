import type { PageNow, PublishAsk, WrittenPage } from '@blamefree/core'
import { composePage } from './compose-page.ts'

/**
 * What to keep of a page once changes there were taken over into the document of `ask`: what both say now is nobody's change any more, so that whatever is written here on top of it is a change of
 * ours alone. Null where that cannot be told: nothing is known of the page, or a publishing was cut off. Pure.
 */
export function takenOver(ask: PublishAsk, page: PageNow): WrittenPage | null {
  const { destination, written, intended = null } = ask
  if (written === null || intended !== null) return null
  const { agreed } = composePage(ask, destination.render(ask.document, ask.options, ask.config), page)
  return { ...written, ours: destination.join(agreed.ours), theirs: destination.join(agreed.theirs) }
}
