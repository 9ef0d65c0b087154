import { z } from 'zod'
import type { Document } from '@blamefree/core'
import { progressOf } from '../documents/sections.ts'
import type { PostMortemSummary, StoredPostMortem } from '../store/post-mortems.ts'
import { DocumentView } from './template-views.ts'

export const Status = z.enum(['draft', 'in-review', 'published'])

const summary = {
  id: z.string(),
  incident: z.object({ id: z.string(), slug: z.string(), title: z.string(), severity: z.string().nullable(), private: z.boolean() }),
  template: z.object({ id: z.string(), slug: z.string(), title: z.string(), version: z.int() }).nullable(),
  title: z.string(),
  status: Status,
  revision: z.int().describe('Grows with every change; its ETag, and the number of its newest version.'),
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
}

/** A post-mortem as a list shows it. */
export const PostMortemSummaryView = z.object(summary).meta({ id: 'PostMortemSummary' })

/** The same in the list of all of them, with what is left to do. */
export const ListedPostMortemView = z
  .object({ ...summary, toWrite: z.int().describe('Sections that nobody has written yet.') })
  .meta({ id: 'ListedPostMortem' })

/** A section, without its text. */
export const SectionView = z
  .object({
    id: z.string().describe('From its heading, unique in the document; `start` for what stands before the first.'),
    index: z.int(),
    title: z.string(),
    path: z.array(z.string()),
    depth: z.int(),
    state: z
      .enum(['written', 'filled', 'to-write', 'parts'])
      .describe(
        '`written`: somebody’s words; `filled`: what a machine filled; `to-write`: only guidance, evidence and placeholders; `parts`: only sections below it.',
      ),
  })
  .meta({ id: 'Section' })

/** A post-mortem with its text. */
export const PostMortemView = z
  .object({
    ...summary,
    document: DocumentView,
    progress: z.object({ toWrite: z.int(), written: z.int(), sections: z.array(SectionView) }).describe('Which sections are still to write.'),
    factsChanged: z.boolean().describe('The incident has changed since prose and evidence were filled: a refill would show what is new.'),
  })
  .meta({ id: 'PostMortem' })

/** A post-mortem as it leaves: its text as it shows itself now. */
export function postMortemView(postMortem: StoredPostMortem, document: Document): z.input<typeof PostMortemView> {
  const { factsRevision, incidentRevision, document: _stored, ...rest } = postMortem
  const { sections, ...counts } = progressOf(document)
  return {
    ...rest,
    document,
    progress: { ...counts, sections: sections.map((section) => ({ ...section, path: [...section.path] })) },
    factsChanged: factsRevision !== incidentRevision,
  }
}

/** What a refusal of a change that came too late says of how it stands. */
export function standing({ id, revision, status, updatedAt }: PostMortemSummary): Readonly<Record<string, unknown>> {
  return { id, revision, status, updatedAt }
}
