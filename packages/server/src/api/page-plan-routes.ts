import { printMarkdown, type MergeConflict, type PageChange, type PageDestination } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import { lookAtPage } from '../pages/look-at-page.ts'
import { withPage } from '../store/page-lock.ts'
import { PageInPath, shownPage, thePage } from './page-routes.ts'
import { PageView } from './page-views.ts'
import { absent } from './refusal.ts'
import { route } from './route.ts'

const AsMarkdown = z.string().describe('As Markdown, for people.')
const ChangeView = z.object({ section: z.string(), before: AsMarkdown, after: AsMarkdown })
const PlanView = z
  .object({
    page: PageView,
    state: z.enum(['new', 'current', 'behind', 'changed', 'both', 'gone']),
    where: z.string().nullable(),
    changedBy: z.string().nullable().describe('Who changed it last there, as the place says it.'),
    changedAt: z.string().nullable(),
    theirs: z.array(ChangeView).describe('What was changed there since we wrote it.'),
    ours: z.array(ChangeView).describe('What publishing would change there.'),
    conflicts: z
      .array(z.object({ section: z.string(), before: AsMarkdown, theirs: AsMarkdown, ours: AsMarkdown }))
      .describe('What was changed here and there.'),
    losses: z.array(z.string()).describe('What that kind of place cannot show.'),
  })
  .meta({ id: 'PagePlan' })

/** What publishing would do. */
export function pagePlanRoutes(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/pages/:page/plan',
    id: 'planPage',
    summary: 'Look at a page there, and say what publishing would change',
    description: 'Writes nothing over there. Shows what stands on the page, so it is for those who may publish.',
    tag: 'Pages',
    policy: { verb: 'publish', on: 'post-mortem' },
    params: PageInPath,
    answers: { 200: PlanView },
    async answer({ person, postMortem, params }) {
      const page = await thePage(house, postMortem, params.page)
      const by = person.name
      const free = await withPage(house.db, page.id, { patient: false, work: () => lookAtPage(house, page, { by, record: true }) })
      // While it is being published, what one sees is on the way to something else.
      const looked = free === 'busy' ? await lookAtPage(house, page, { by, record: false }) : free
      if (looked === null) throw absent('page')
      const { plan, ask } = looked
      const now = plan.page !== null && 'version' in plan.page ? plan.page : null
      const { destination } = ask
      return {
        page: await shownPage(house, postMortem, page.id),
        state: plan.state,
        where: now?.where ?? null,
        changedBy: now?.changedBy ?? null,
        changedAt: now?.changedAt ?? null,
        theirs: plan.theirs.map((change) => changeView(destination, change)),
        ours: plan.ours.map((change) => changeView(destination, change)),
        conflicts: plan.conflicts.map((conflict) => conflictView(destination, conflict)),
        losses: plan.body?.losses.map(({ message }) => message) ?? [],
      }
    },
  })
}

function changeView(destination: PageDestination, { section, before, after }: PageChange): z.input<typeof ChangeView> {
  return { section, before: readable(destination, before), after: readable(destination, after) }
}

function conflictView(destination: PageDestination, { section, before, theirs, ours }: MergeConflict) {
  return { section, before: readable(destination, before), theirs: readable(destination, theirs), ours: readable(destination, ours) }
}

/** A piece of a page in words that do not depend on the place. */
function readable(destination: PageDestination, text: string): string {
  return text.trim() === '' ? '' : printMarkdown(destination.readBack(text).tree).trim()
}
