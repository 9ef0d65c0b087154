import { planPage } from '@blamefree/adapters'
import type { PageDestination, PageGone, PublishPlan } from '@blamefree/core'
import type { House } from '../house.ts'
import { announce } from '../store/outbox.ts'
import { changePage, type PageChangeRow, type PageRow } from '../store/pages.ts'
import { preparePage, type PreparedPage } from './ask.ts'

/** Compares a page with what it would become, and changes nothing over there; with `record`, how it stands is written down. Null when its post-mortem or its connection is gone. */
export async function lookAtPage(
  house: House,
  page: PageRow,
  { by, record, signal }: { readonly by: string | null; readonly record: boolean; readonly signal?: AbortSignal },
): Promise<(PreparedPage & { readonly plan: PublishPlan }) | null> {
  const prepared = await preparePage(house, page, { by, ...(signal === undefined ? {} : { signal }) })
  if (prepared === null) return null
  const plan = await planPage(prepared.ask, prepared.world)
  if (!record) return { ...prepared, plan }
  const change = standing(page, plan, prepared)
  await house.db.tx(async (tx) => {
    await changePage(tx, page.id, change)
    if (change.state !== undefined && change.state !== page.state)
      await announce(tx, { kind: 'page.changed', incident: page.incident, postMortem: page.postMortem, data: { page: page.id } })
  })
  return { ...prepared, plan }
}

/** How it stands. While it waits or is published, and where publishing failed, that stays said. */
function standing({ state, written }: PageRow, plan: PublishPlan, { ask: { destination }, stored }: PreparedPage): PageChangeRow {
  if (written === null || state === 'waiting' || state === 'publishing') return { looked: true }
  const sections = [...new Set((plan.conflicts.length > 0 ? plan.conflicts : plan.theirs).map(({ section }) => section))]
  if (plan.state === 'gone') {
    const gone = plan.page !== null && 'gone' in plan.page ? plan.page : null
    return {
      state: 'gone',
      sentence: gone?.sentence ?? 'The page is not there any more.',
      found: { choices: choicesFor(gone?.gone, destination) },
      looked: true,
    }
  }
  if (state === 'failed') return { looked: true, found: { sections } }
  const now = plan.conflicts.length > 0 ? 'conflict' : plan.state === 'changed' || plan.state === 'both' ? 'changed' : 'current'
  const sentence = now === 'conflict' ? 'The same was changed here and there. Choose whose text stays when you publish again.' : null
  const shows = plan.state === 'current' ? { shows: { revision: stored.revision, factsRevision: stored.incidentRevision } } : {}
  return { state: now, sentence, found: now === 'current' ? {} : { sections }, looked: true, ...shows }
}

function choicesFor(gone: PageGone['gone'] | undefined, destination: PageDestination): ('create' | 'restore')[] {
  if (gone === 'locked') return []
  return destination.restore !== undefined && (gone === 'archived' || gone === 'trashed') ? ['restore', 'create'] : ['create']
}
