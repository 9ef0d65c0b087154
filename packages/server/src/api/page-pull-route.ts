import { takenOver } from '@blamefree/adapters'
import type { Document, PageDestination, PageNow, Problem, WrittenPage } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { copyFor } from '../documents/export-post-mortem.ts'
import type { House } from '../house.ts'
import type { PreparedPage } from '../pages/ask.ts'
import { lookAtPage } from '../pages/look-at-page.ts'
import { takeOver, type SectionThere } from '../pages/take-over.ts'
import { settleTaken } from '../store/pages.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'
import { changePostMortem, WRITABLE } from './change-post-mortem.ts'
import { DataProblemView } from './fact-view.ts'
import { PageInPath, shownPage, thePage } from './page-routes.ts'
import { PageView } from './page-views.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'

/** Takes what was changed on a page over into the post-mortem. */
export function pagePullRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/pages/:page/pull',
    id: 'pullPage',
    summary: 'Take what was changed there over into the post-mortem',
    description:
      'Block by block, while others may write: what they type stays. What stands in a block that shows facts, or was changed here as well, is left and reported.',
    tag: 'Pages',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: PageInPath,
    body: z.object({ sections: z.array(z.string().max(1000)).max(500).optional().describe('Left out: all that were changed.') }),
    answers: { 200: z.object({ page: PageView, revision: z.int(), sections: z.array(z.string()), problems: z.array(DataProblemView) }) },
    async answer({ person, postMortem, incident, params, body, request }) {
      const page = await thePage(house, postMortem, params.page)
      const looked = await lookAtPage(house, page, { by: person.name, record: false })
      const now = looked?.plan.page ?? null
      const changed = [...new Set(looked?.plan.theirs.map(({ section }) => section))]
      const sections = changed.filter((section) => body.sections === undefined || body.sections.includes(section))
      if (looked === null || page.written === null || now === null || !('version' in now) || sections.length === 0)
        throw new Refusal(409, 'nothing-to-take', {
          message: 'Nothing of that was changed there, so there is nothing to take over.',
          hint: 'Look at the page again.',
        })
      const read = sectionsRead(looked.ask.destination, { written: page.written, now, sections })
      let problems: readonly Problem[] = []
      let made = null as Document | null
      const after = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: null,
          from: WRITABLE,
          make: () => ({
            document: (shown) => {
              problems = [...read.problems]
              let document = shown
              for (const [section, there] of read.sections) {
                const taken = takeOver(document, section, there)
                document = taken.document
                problems = [...problems, ...taken.problems]
              }
              made = document
              return document
            },
            note: `From ${looked.connection.name}`,
            action: 'page.pull',
            details: { page: page.id, sections },
          }),
        },
      )
      // As it was made, before anybody typed on: what they type on top of it is ours.
      if (made !== null) await settle(house, page.id, { looked, now, stored: { ...after, document: made } })
      await lookAtPage(house, await thePage(house, postMortem, page.id), { by: person.name, record: true })
      return { page: await shownPage(house, postMortem, page.id), revision: after.revision, sections, problems: [...problems] }
    },
  })
}

/** What was taken over is no change there any more, whatever is written here on top of it. */
async function settle(
  { db }: House,
  page: string,
  { looked: { ask, connection }, now, stored }: { readonly looked: PreparedPage; readonly now: PageNow; readonly stored: StoredPostMortem },
): Promise<void> {
  const { document } = await copyFor(db, stored, { audience: connection.audience, evidence: 'false' })
  const after = takenOver({ ...ask, document }, now)
  if (after !== null && ask.written !== null) await settleTaken(db.sql, page, { before: ask.written, after })
}

/** Each section as we knew it there and as it is now, as trees of ours. */
function sectionsRead(
  destination: PageDestination,
  { written, now, sections }: { readonly written: WrittenPage; readonly now: PageNow; readonly sections: readonly string[] },
): { readonly sections: readonly (readonly [string, SectionThere])[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const part = (text: string, section: string): string =>
    destination.join(destination.split(text).filter((block) => block.kind !== 'footer' && block.section === section))
  const read = sections.map((section) => {
    const before = destination.readBack(part(written.theirs, section))
    const after = destination.readBack(part(now.text, section))
    problems.push(...after.problems)
    return [section, { before: before.tree, after: after.tree }] as const
  })
  return { sections: read, problems }
}
