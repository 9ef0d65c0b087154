import { BUILT_IN_TEMPLATES, parseTemplate, type Template } from '@blamefree/core'
import { templateText } from '../store/templates.ts'
import type { Database } from '../store/database.ts'

/** Which text of which template: what a document was filled from. */
export interface TemplateRef {
  readonly id: string
  readonly slug: string
  readonly version: number
}

const MOST = 64

/** A version's text never changes, so what was parsed of it holds for as long as this process lives. */
const parsed = new Map<string, Template>()

/** A template of the store, parsed; its documents will say `<slug>@<version>`. A version that is not there is an empty template: nothing can be filled from it anew. */
export async function parsedTemplate(db: Database, { id, slug, version }: TemplateRef): Promise<Template> {
  const key = `${id}@${version}`
  const known = parsed.get(key)
  if (known !== undefined) return known
  const text = await templateText(db.sql, id, version)
  const template = { ...parseTemplate(text ?? '', slug).template, id: slug, version }
  if (parsed.size >= MOST) parsed.delete([...parsed.keys()][0] ?? '')
  parsed.set(key, template)
  return template
}

/** What stands for the template of a document that came from none. */
export const NO_TEMPLATE: Template = parseTemplate('', 'none').template

/** The name of the template that is used where nobody chose one. */
export const DEFAULT_TEMPLATE_SLUG = BUILT_IN_TEMPLATES[0]?.id ?? 'default'
