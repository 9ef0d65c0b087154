import { BlamefreeError, BUILT_IN_TEMPLATES, parseTemplate, type Problem, type Template } from '@blamefree/core'
import { existsSync } from 'node:fs'
import { textOf } from './text-of.ts'

/** A template by the id of a built-in one, or by the path of a Markdown file. */
export function chosenTemplate(name: string): { template: Template; problems: readonly Problem[] } {
  const builtIn = BUILT_IN_TEMPLATES.find(({ id }) => id === name)
  if (builtIn !== undefined) return parseTemplate(builtIn.text, builtIn.id)
  if (existsSync(name)) return parseTemplate(textOf(name), name)
  throw new BlamefreeError(
    'cli/unknown-template',
    `Cannot use the template "${name}": it is neither built in nor a file.`,
    `Built in: ${BUILT_IN_TEMPLATES.map(({ id }) => id).join(', ')}. Or give the path of a Markdown file.`,
  )
}
