import { isConfirmed, mayGo, publishPage } from '@blamefree/adapters'
import { BlamefreeError, type PlaceAudience, type PlaceCheck, type PublishOutcome } from '@blamefree/core'
import type { House } from '../house.ts'
import type { RunningJob } from '../jobs/job-kind.ts'
import { SYSTEM, type Principal } from '../people/principal.ts'
import { recordCheck } from '../store/connections.ts'
import { findMember } from '../store/members.ts'
import type { PageChangeRow, PageRow } from '../store/pages.ts'
import { preparePage, type PreparedPage } from './ask.ts'

/** How a publishing ended here. */
export interface EndedPublishing {
  readonly kind: PublishOutcome['kind'] | 'refused'
  readonly change: PageChangeRow
  readonly actor: Principal
}

/** Publishes a page that nobody else publishes meanwhile, and gives how it ended. Null when there is nothing to publish any more. Throws in sentences what the place refuses. */
export async function publishNow(house: House, page: PageRow, { by, signal }: Pick<RunningJob<unknown>, 'by' | 'signal'>): Promise<EndedPublishing | null> {
  const name = by === null ? null : ((await findMember(house.db, by))?.name ?? null)
  const prepared = await preparePage(house, page, { by: name, signal })
  if (prepared === null) return null
  const actor: Principal = { ...SYSTEM, memberId: by, name: name ?? SYSTEM.name }
  const refused = await whyNot(house, page, prepared)
  if (refused !== null) return { kind: 'refused', change: { state: 'failed', sentence: refused, choice: null }, actor }
  const outcome = await publishPage(prepared.ask, prepared.world)
  return { kind: outcome.kind, change: changeOf(outcome, prepared, by), actor }
}

/** Who sees the place is asked right before a page is made, and each time where the incident is private: it changes. */
async function whyNot({ db }: House, page: PageRow, { ask, world, connection, stored }: PreparedPage): Promise<string | null> {
  const isPrivate = stored.incident.private
  let seenBy: PlaceAudience | null = connection.seenBy
  if (isPrivate || seenBy === null || page.written === null || page.choice?.gone === 'create') {
    const check = await ask.destination.check(ask.config, world)
    await recordCheck(db.sql, connection, check)
    // A place that cannot be asked now says nothing of who sees it; publishing there has a sentence of its own for that.
    if (check.works || seenBy === null) seenBy = check.audience
    else if (isPrivate) throw notAsked(connection.name, check)
  }
  const { answer, sentence } = mayGo({ isPrivate, place: connection.where ?? connection.name, seenBy })
  return answer === 'yes' || (answer === 'confirm' && isConfirmed(page.confirmed, seenBy)) ? null : sentence
}

function notAsked(name: string, { findings }: PlaceCheck): BlamefreeError {
  const why = findings.find(({ ok }) => !ok)?.sentence ?? ''
  return new BlamefreeError(
    'pages/not-asked',
    `Cannot publish to ${name}: the incident is private, and who sees that place could not be asked. ${why}`.trim(),
    '',
  )
}

/** What becomes of the page here. */
function changeOf(outcome: PublishOutcome, { stored }: PreparedPage, by: string | null): PageChangeRow {
  if (outcome.kind === 'conflict') {
    const sections = [...new Set(outcome.conflicts.map(({ section }) => section))]
    return {
      state: 'conflict',
      sentence: 'The same was changed here and there. Nothing was written: choose whose text stays.',
      found: { sections },
      choice: null,
      looked: true,
    }
  }
  if (outcome.kind === 'gone') return { state: 'gone', sentence: outcome.sentence, found: { choices: outcome.choices }, choice: null, looked: true }
  const sections = [...new Set(outcome.kept.map(({ section }) => section))]
  return {
    state: sections.length > 0 ? 'changed' : 'current',
    sentence: null,
    found: { sections, notices: outcome.notices },
    choice: null,
    written: outcome.written,
    published: { revision: stored.revision, factsRevision: stored.incidentRevision, by },
  }
}
