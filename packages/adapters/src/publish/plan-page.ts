import { differences, type PageBody, type PageChange, type PageNow, type PublishAsk, type PublishPlan, type World } from '@blamefree/core'
import { composePage, sumsOf } from './compose-page.ts'
import { locatePage } from './locate-page.ts'

/** What publishing would do: the page is found and read, and nothing is written. */
export async function planPage(ask: PublishAsk, world: World): Promise<PublishPlan> {
  const body = ask.destination.render(ask.document, ask.options, ask.config)
  // A page is not brought back by looking.
  const { gone, ...choice } = ask.choice ?? {}
  const looking = gone === 'restore' ? { ...ask, choice } : ask
  const located = await locatePage(looking, world)
  const nothing = { theirs: [], ours: [], conflicts: [] }
  if ('gone' in located) return { state: 'gone', page: located.gone, body: null, ...nothing }
  return located.page === null ? { state: 'new', page: null, body, ...nothing } : planOver(ask, body, located.page)
}

/** The same, for a page that was read. Pure. */
export function planOver(ask: PublishAsk, body: PageBody, page: PageNow): PublishPlan {
  const { conflicts, theirs, ours, text, title, same, baseline } = composePage(ask, body, page)
  const { destination } = ask
  const alone = differences(sumsOf(destination, baseline), sumsOf(destination, destination.split(page.text))).length === 0
  const state = conflicts.length > 0 ? 'both' : same ? (alone ? 'current' : 'changed') : theirs.length > 0 ? 'both' : 'behind'
  const known = ask.written !== null || (ask.intended ?? null) !== null
  return { state, page, body: { ...body, title, text }, theirs, ours: known ? ours : allChanges(ask, page.text, text), conflicts }
}

/** What would change on a page of which nothing is known. */
function allChanges({ destination }: PublishAsk, before: string, after: string): PageChange[] {
  const [old, fresh] = [destination.split(before), destination.split(after)]
  const sums = (blocks: typeof old): string[] => blocks.map(({ text }) => destination.canonical(text))
  return differences(sums(old), sums(fresh)).map(({ from, to, nowFrom, nowTo }) => ({
    section: (old[from] ?? fresh[nowFrom])?.section ?? '',
    before: destination.join(old.slice(from, to)),
    after: destination.join(fresh.slice(nowFrom, nowTo)),
  }))
}
