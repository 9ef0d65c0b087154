import { z } from 'zod'
import { words } from './text.ts'

const Conditions = z.object({ severity: z.array(z.string()), type: z.array(z.string()), service: z.array(z.string()) })

/** A template as a list shows it. */
export const TemplateView = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    builtIn: z.boolean().describe('Ours: it is never changed, but can be duplicated.'),
    conditions: Conditions.describe('Which incidents it is meant for; an empty list means any. From its front matter.'),
    version: z.int().describe('The newest version.'),
    archived: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'Template' })

/** A document: a restricted mdast tree with a little about it, as `docs/` describes. */
export const DocumentView = z
  .object({
    schemaVersion: z.literal(1),
    title: z.string(),
    template: z.string().nullable(),
    zone: z.string(),
    language: z.string(),
    tree: z.unknown().describe('A restricted mdast tree.'),
  })
  .meta({ id: 'Document' })

/** The longest template that is taken, in characters. */
export const TemplateText = words(500_000)
