import { blankDocument, BLOCKS, BUILT_IN_TEMPLATES, FILTERS, VARIABLES } from '@blamefree/core'
import type { Command } from 'commander'
import { writeArtifacts, type OutputFlags } from '../artifacts.ts'
import { configurationOf } from '../gather.ts'
import { reportFiles, reportProblems } from '../report.ts'
import { chosenTemplate } from '../templates.ts'
import { painter, type Terminal } from '../terminal.ts'
import { addOutput } from '../flags.ts'

/** Adds `template list|show|check|blank|names` to a program. */
export function addTemplateCommands(command: Command, terminal: Terminal, exit: (code: number) => void): void {
  command
    .command('list')
    .description('the built-in templates')
    .action(() => list(terminal))
  command
    .command('show')
    .argument('<id or file>')
    .description('print a template’s Markdown, to start your own from')
    .action((name: string) => terminal.out(chosenTemplate(name).template.text))
  command
    .command('check')
    .argument('<file>')
    .description('look for unknown names and mistakes; exits 1 when there are any')
    .action((name: string) => exit(check(name, terminal)))
  command
    .command('names')
    .description('every variable, filter and block that a template can use')
    .action(() => names(terminal))
  addOutput(command.command('blank').argument('<id or file>'))
    .description('the template with its guidance, to be filled in by hand')
    .action(async (name: string, flags: OutputFlags) => exit(await blank(name, flags, terminal)))
}

function list(terminal: Terminal): void {
  for (const { id } of BUILT_IN_TEMPLATES) {
    const { template } = chosenTemplate(id)
    terminal.out(
      `${painter(terminal)('strong', id.padEnd(10))} ${template.title}\n${template.description === '' ? '' : `           ${template.description}\n`}`,
    )
  }
}

function check(name: string, terminal: Terminal): number {
  const { problems } = chosenTemplate(name)
  reportProblems(terminal, problems)
  if (problems.length === 0) terminal.say('No problems.\n')
  return problems.length === 0 ? 0 : 1
}

function names(terminal: Terminal): void {
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

async function blank(name: string, flags: OutputFlags, terminal: Terminal): Promise<number> {
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
