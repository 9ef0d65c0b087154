import { printMarkdown, refill, type Document } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { lineDifference } from '../documents/line-difference.ts'
import { factsFor, type PostMortemFacts } from '../documents/post-mortem-facts.ts'
import { sectionAround } from '../documents/sections.ts'
import type { House } from '../house.ts'
import { changePostMortem, thePostMortem, WRITABLE } from './change-post-mortem.ts'
import { LineDifferenceView, PieceDifferenceView, pieceDifferences } from './difference-view.ts'
import { etagOf, requireRevision } from './etag.ts'
import { DataProblemView } from './fact-view.ts'
import { InPath } from './post-mortem-routes.ts'
import { Refusal } from './refusal.ts'
import { route } from './route.ts'

const RefillBlockView = z
  .object({
    block: z.string().describe('`timeline`, `generated` …'),
    of: z.string().nullable().describe('Which variable or findings, for `generated`.'),
    section: z.object({ id: z.string(), title: z.string() }).nullable(),
    touched: z.boolean().describe('Somebody edited it, so it stays as it is.'),
    before: z.string().describe('As our Markdown.'),
    after: z.string().nullable().describe('With the facts of now; null: there is nothing to show any more, and it goes.'),
    pieces: z.array(PieceDifferenceView),
  })
  .meta({ id: 'RefillBlock' })

const RefillView = z.object({
  changes: z.array(z.object({ block: z.string(), of: z.string().nullable(), message: z.string() })),
  blocks: z.array(RefillBlockView).describe('Every block that the facts of now say otherwise, in reading order.'),
  problems: z.array(DataProblemView),
  before: z.string(),
  after: z.string(),
  difference: LineDifferenceView,
  revision: z.int(),
  applied: z.boolean(),
})

/** New facts in what a machine wrote, with the difference first. */
export function refillRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'POST',
    url: '/v1/post-mortems/:postMortem/refill',
    id: 'refillPostMortem',
    summary: 'Fill what a machine wrote with the facts of now',
    description:
      'What people wrote or touched stays: judged by the text as it is at that moment, with what they are typing. `preview=true` says what would change and keeps nothing; without it, If-Match is needed (`*` while people write).',
    tag: 'Post-mortems',
    ifMatch: 'optional',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: InPath,
    query: z.object({ preview: z.enum(['true', 'false']).default('false') }),
    answers: { 200: RefillView },
    async answer({ person, postMortem, incident, query, request, reply }) {
      if (query.preview === 'true') {
        await house.rooms.settle(postMortem)
        const stored = await thePostMortem(house, postMortem)
        if (stored.status === 'published') throw published()
        const refilled = refilledFrom(stored.document, await factsFor(house.db, stored))
        reply.header('etag', etagOf(stored.revision))
        return { ...refilled.view, revision: stored.revision, applied: false }
      }
      let refilled: Refilled | null = null
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: WRITABLE,
          make: async (stored) => {
            const facts = await factsFor(house.db, stored)
            return {
              document: (shown) => (refilled = refilledFrom(shown, facts)).document,
              factsRevision: facts.revision,
              note: 'Filled with the facts of then.',
              reason: 'refilled',
              action: 'post-mortem.refill',
            }
          },
        },
      )
      reply.header('etag', etagOf(now.revision))
      return { ...theView(refilled), revision: now.revision, applied: true }
    },
  })
}

interface Refilled {
  readonly document: Document
  readonly view: Omit<z.input<typeof RefillView>, 'revision' | 'applied'>
}

function refilledFrom(document: Document, { template, incident, configuration }: PostMortemFacts): Refilled {
  const { document: next, changes, blocks, problems } = refill(document, template, incident, configuration)
  const [before, after] = [printMarkdown(document.tree), printMarkdown(next.tree)]
  return {
    document: next,
    view: {
      changes: [...changes],
      problems: [...problems],
      before,
      after,
      difference: lineDifference(before, after).map(({ kind, lines }) => ({ kind, lines: [...lines] })),
      blocks: blocks.map(({ before: old, after: fresh, touched }) => {
        const section = sectionAround(document, old)
        const inside = (node: typeof old | null): Document['tree'] => ({ type: 'root', children: node === null ? [] : node.children })
        return {
          block: old.name,
          of: old.attributes?.['of'] ?? null,
          section: section === null ? null : { id: section.id, title: section.title },
          touched,
          before: printMarkdown(inside(old)),
          after: fresh === null ? null : printMarkdown(inside(fresh)),
          pieces: pieceDifferences(inside(old), inside(fresh)),
        }
      }),
    },
  }
}

/** A function of its own, because a variable that only a callback sets is null for the compiler. */
function theView(refilled: Refilled | null): Refilled['view'] {
  if (refilled === null) throw new Error('a refill was written without being made')
  return refilled.view
}

const published = (): Refusal =>
  new Refusal(409, 'published', { message: 'The post-mortem is published, and stays as it is.', hint: 'Reopen it to change it; that is recorded.' })
