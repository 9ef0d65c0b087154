import { blankDocument, BLOCKS, BUILT_IN_TEMPLATES, FILTERS, VARIABLES } from '@blamefree/core'
import { writeArtifacts, type OutputFlags } from '../artifacts.ts'
import { configurationOf } from '../configuration-of.ts'
import { reportFiles, reportProblems } from '../report.ts'
import { chosenTemplate } from '../templates.ts'
import { painter, type Terminal } from '../terminal.ts'

/** `template list`: the built-in templates. */
export function listTemplates(terminal: Terminal): void {
  for (const { id } of BUILT_IN_TEMPLATES) {
    const { template } = chosenTemplate(id)
    terminal.out(
      `${painter(terminal)('strong', id.padEnd(10))} ${template.title}\n${template.description === '' ? '' : `           ${template.description}\n`}`,
    )
  }
}

/** `template show`: a template's Markdown, to start one's own from. */
export function showTemplate(name: string, terminal: Terminal): void {
  terminal.out(chosenTemplate(name).template.text)
}

/** `template check`: unknown names and mistakes. Gives 1 when there are any. */
export function checkTemplate(name: string, terminal: Terminal): number {
  const { problems } = chosenTemplate(name)
  reportProblems(terminal, problems)
  if (problems.length === 0) terminal.say('No problems.\n')
  return problems.length === 0 ? 0 : 1
}

/** `template names`: every variable, filter and block that a template can use. */
export function listNames(terminal: Terminal): void {
  const paint = painter(terminal)
  for (const [title, entries] of [
    ['Variables', VARIABLES],
    ['Filters', FILTERS],
    ['Blocks', BLOCKS],
  ] as const) {
    terminal.out(`${paint('strong', title)}\n`)
    for (const { name, sentence } of entries) terminal.out(`  ${name.padEnd(28)} ${sentence}\n`)
  }
}

/** `template blank`: a template with its guidance, to be filled in by hand. Gives the exit code. */
export async function blankTemplate(name: string, flags: OutputFlags, terminal: Terminal): Promise<number> {
  const { template, problems } = chosenTemplate(name)
  const document = blankDocument(template, configurationOf({}).configuration)
  const made = await writeArtifacts(document, { incident: null }, { ...flags, name: flags.name ?? `post-mortem-template-${template.id}` }, true)
  if (made.printed !== null) terminal.out(made.printed)
  if (flags.quiet !== true) {
    reportProblems(terminal, problems)
    reportFiles(terminal, made.paths, made.artifacts)
  }
  return 0
}
