import { lint, normalise, parseMarkdown, printMarkdown, type Document, type Problem } from '@blamefree/core'
import type { FastifyInstance } from 'fastify'
import type { Root } from 'mdast'
import { z } from 'zod'
import { keepIdentity } from '../documents/keep-identity.ts'
import { shownDocument } from '../documents/post-mortem-facts.ts'
import { replaceSection, sectionMarkdown, sectionsOf } from '../documents/sections.ts'
import { treeGiven } from '../documents/tree-given.ts'
import type { House } from '../house.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { changePostMortem, thePostMortem, WRITABLE } from './change-post-mortem.ts'
import { etagOf, requireRevision } from './etag.ts'
import { InPath } from './post-mortem-routes.ts'
import { PostMortemView, postMortemView, SectionView } from './post-mortem-views.ts'
import { absent, Refusal } from './refusal.ts'
import { route } from './route.ts'
import { DataProblemView } from './fact-view.ts'
import { text, words } from './text.ts'

/** The largest text of a post-mortem, in characters, and the bytes that it may come in. */
const MOST = 2_000_000
const BODY = 8 * 1024 ** 2

const Note = text(1000).nullish().describe('A remark for the list of versions.')
const Edited = z.object({ postMortem: PostMortemView, problems: z.array(DataProblemView) })

/** Writing: the whole text or a section of it, and what lint says. */
export function editRoutes(app: FastifyInstance, house: House): void {
  wholeRoute(app, house)
  sectionReading(app, house)
  sectionWriting(app, house)
  lintRoute(app, house)
}

function wholeRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/post-mortems/:postMortem',
    id: 'writePostMortem',
    summary: 'Replace the whole text',
    description:
      'As our Markdown (`format=source` gives it), or as a tree. What is not given stays. Blocks that are still there, word for word, can still be filled anew.',
    tag: 'Post-mortems',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: InPath,
    bodyLimit: BODY,
    body: z.object({
      markdown: text(MOST).optional(),
      tree: z.looseObject({ type: z.literal('root'), children: z.array(z.unknown()) }).optional(),
      title: words(500).optional(),
      zone: words(80).optional(),
      language: words(40).optional(),
      note: Note,
    }),
    answers: { 200: Edited },
    async answer({ person, postMortem, incident, body, request, reply }) {
      const problems: Problem[] = []
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: WRITABLE,
          make: ({ document }) => {
            const { title = document.title, zone = document.zone, language = document.language } = body
            return {
              document: { ...document, title, zone, language, tree: treeOf(body, document, problems) },
              note: body.note ?? null,
              action: 'post-mortem.write',
            }
          },
        },
      )
      reply.header('etag', etagOf(now.revision))
      return { postMortem: postMortemView(now, await shownDocument(house.db, now)), problems }
    },
  })
}

function treeOf(body: { markdown?: string | undefined; tree?: unknown }, { tree }: Document, problems: Problem[]): Root {
  if (body.markdown === undefined && body.tree === undefined) return tree
  if (body.markdown === undefined) {
    const given = treeGiven(body.tree)
    if (given === null)
      throw new Refusal(400, 'not-a-tree', {
        message: 'tree is not a tree of mdast.',
        hint: 'Send what a read gave as document.tree, changed; or send markdown.',
      })
    return normalise(given)
  }
  const parsed = parseMarkdown(body.markdown)
  problems.splice(0, Number.POSITIVE_INFINITY, ...parsed.problems)
  return normalise({ type: 'root', children: keepIdentity(tree.children, parsed.tree.children) as Root['children'] })
}

const SectionInPath = InPath.extend({ section: z.string().max(200).describe('Its id or index.') })
const SectionText = z.object({ section: SectionView, markdown: z.string(), revision: z.int() })

function sectionReading(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/sections',
    id: 'listSections',
    summary: 'Its sections, and which are still to write',
    tag: 'Post-mortems',
    etag: 'answered',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: { 200: z.object({ items: z.array(SectionView) }) },
    async answer({ postMortem, reply }) {
      const stored = await thePostMortem(house, postMortem)
      reply.header('etag', etagOf(stored.revision))
      return { items: sectionsOf(await shownDocument(house.db, stored)) }
    },
  })
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/sections/:section',
    id: 'readSection',
    summary: 'One section as our Markdown, sections below it included',
    tag: 'Post-mortems',
    etag: 'answered',
    policy: { verb: 'read', on: 'post-mortem' },
    params: SectionInPath,
    answers: { 200: SectionText },
    async answer({ postMortem, params, reply }) {
      const stored = await thePostMortem(house, postMortem)
      reply.header('etag', etagOf(stored.revision))
      return sectionView(await shownDocument(house.db, stored), params.section, stored.revision)
    },
  })
}

function sectionView(document: Document, name: string, revision: number): z.input<typeof SectionText> {
  const found = sectionMarkdown(document, name)
  if (found === null) throw absent('section')
  return { section: { ...found.section, path: [...found.section.path] }, markdown: found.markdown, revision }
}

function sectionWriting(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'PUT',
    url: '/v1/post-mortems/:postMortem/sections/:section',
    id: 'writeSection',
    summary: 'Replace one section',
    description: 'Sections below it are part of it. With `If-Match: *` only this section is replaced, whatever became of the others meanwhile.',
    tag: 'Post-mortems',
    ifMatch: 'required',
    etag: 'answered',
    policy: { verb: 'edit', on: 'post-mortem' },
    params: SectionInPath,
    bodyLimit: BODY,
    body: z.object({ markdown: text(MOST), title: words(300).optional(), note: Note }),
    answers: { 200: z.object({ ...SectionText.shape, problems: z.array(DataProblemView) }) },
    async answer({ person, postMortem, incident, params, body, request, reply }) {
      let problems: readonly Problem[] = []
      let id = params.section
      const now = await changePostMortem(
        house,
        { person, request, postMortem, incident },
        {
          expected: requireRevision(request),
          from: WRITABLE,
          make: ({ document }) => {
            const index = sectionMarkdown(document, params.section)?.section.index
            const edited = replaceSection(document, params.section, body)
            if (edited === null || index === undefined) throw absent('section')
            problems = edited.problems
            id = String(index)
            return { document: edited.document, note: body.note ?? null, action: 'post-mortem.write', details: { section: index } }
          },
        },
      )
      reply.header('etag', etagOf(now.revision))
      return { ...sectionView(await shownDocument(house.db, now), id, now.revision), problems }
    },
  })
}

const LintPlace = z.object({ line: z.int().optional(), column: z.int().optional() })

function lintRoute(app: FastifyInstance, house: House): void {
  route(app, house, {
    method: 'GET',
    url: '/v1/post-mortems/:postMortem/lint',
    id: 'lintPostMortem',
    summary: 'What could be better: blame, single causes, gaps, times that contradict each other',
    description: 'Places are those of `format=source`.',
    tag: 'Post-mortems',
    policy: { verb: 'read', on: 'post-mortem' },
    params: InPath,
    answers: {
      200: z.object({
        findings: z.array(
          z.object({
            rule: z.string(),
            message: z.string(),
            hint: z.string(),
            weight: z.enum(['error', 'warning', 'info']),
            place: LintPlace,
            end: LintPlace.nullable(),
            excerpt: z.string(),
            suggestion: z.string().nullable().describe('What can stand in place of the words, from `place` to `end`.'),
          }),
        ),
      }),
    },
    async answer({ postMortem }) {
      const [document, configuration] = await Promise.all([
        thePostMortem(house, postMortem).then((stored) => shownDocument(house.db, stored)),
        currentConfiguration(house.db.sql),
      ])
      return { findings: lint(printMarkdown(document.tree), { configuration }) }
    },
  })
}
