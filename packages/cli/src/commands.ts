import { Command, Option } from 'commander'
import type { OutputFlags } from './artifacts.ts'
import type { StoreFlags } from './commands/backup.ts'
import type { ExportFlags } from './commands/export.ts'
import type { FillFlags } from './commands/fill.ts'
import type { LintFlags } from './commands/lint.ts'
import type { PublishFlags } from './commands/publish.ts'
import type { ReadFlags } from './commands/read.ts'
import type { RereadFlags } from './commands/reread.ts'
import type { ServeFlags } from './commands/serve.ts'
import type * as Template from './commands/template.ts'
import { addOutput, addReading, INPUTS, LINT_FORMATS, PLACES } from './flags.ts'
import { VERSION } from './index.ts'
import type { Terminal } from './terminal.ts'

/** Everything that can be said on the command line. A command is loaded when it is asked for: none waits for the code of another. */
export function commands(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('blamefree')
    .description('Turns the record an incident left behind into a finished post-mortem.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.say(text) })
    .showHelpAfterError('(blamefree <command> --help shows examples)')
    .addHelpText('after', EXAMPLES)
  addReading(program.command('read').argument('<inputs...>', INPUTS))
    .description('say what a record holds, without making anything')
    .option('--json', 'print the whole incident, with every origin, as JSON')
    .option('--all', 'list every event, not only the key ones')
    .action(async (paths: string[], flags: ReadFlags) => exit(await (await import('./commands/read.ts')).readCommand(paths, flags, terminal)))
  addOutput(addReading(program.command('fill').argument('<inputs...>', INPUTS)))
    .description('make a post-mortem from a record')
    .option('-t, --template <id or file>', 'the template: default, short, customer, sre, or a Markdown file', 'default')
    .addHelpText('after', FILL_EXAMPLES)
    .action(async (paths: string[], flags: FillFlags) => exit(await (await import('./commands/fill.ts')).fillCommand(paths, flags, terminal)))
  addOutput(program.command('render').argument('<post-mortem>', 'a post-mortem as our JSON or as Markdown, or - for standard input'))
    .description('make other formats of a post-mortem that exists')
    .action(async (path: string, flags: OutputFlags) => exit(await (await import('./commands/render.ts')).renderCommand(path, flags, terminal)))
  program
    .command('lint')
    .argument('<files...>', 'Markdown files or folders, or - for standard input')
    .description('look for blame, single-cause thinking, gaps and contradictions; exits 1 when something is found')
    .addOption(new Option('-f, --format <format>', 'how findings are printed').choices(LINT_FORMATS).default('text'))
    .option('--config <file>', 'configuration, YAML or JSON')
    .action(async (paths: string[], flags: LintFlags) => exit(await (await import('./commands/lint.ts')).lintCommand(paths, flags, terminal)))
  addPublish(program, terminal, exit)
  program
    .command('serve')
    .description('start the server; every setting is an environment variable too (docs/settings.md)')
    .option('--host <address>', 'the address to listen on')
    .option('--port <number>', 'the port to listen on')
    .option('--data-dir <folder>', 'where the embedded database is')
    .option('--public-url <address>', 'the address that people open')
    .option('--database-url <address>', 'a PostgreSQL server instead of the embedded one')
    .action(async (flags: ServeFlags) => exit(await (await import('./commands/serve.ts')).serveCommand(flags, terminal)))
  for (const [name, description] of [
    ['backup', 'write the whole workspace into one file, while the server runs or not'],
    ['restore', 'bring a backup back into an empty database'],
  ] as const) {
    program
      .command(name)
      .argument('<file>')
      .description(description)
      .option('--data-dir <folder>', 'where the embedded database is')
      .option('--database-url <address>', 'a PostgreSQL server instead of the embedded one')
      .option('--force', 'overwrite a file that exists')
      .action(async (file: string, flags: StoreFlags) => exit(await (await import('./commands/backup.ts'))[`${name}Command`](file, flags, terminal)))
  }
  addWorkspaceCommands(program, terminal, exit)
  addTemplate(program.command('template').description('list, print, check templates; make blank ones'), terminal, exit)
  program
    .command('doctor')
    .description('say whether everything works on this machine')
    .action(async () => exit(await (await import('./commands/doctor.ts')).doctorCommand(terminal)))
  return program
}

/** Pages elsewhere. */
function addPublish(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const section = (value: string, before: true | readonly string[] | undefined): readonly string[] => [
    ...(Array.isArray(before) ? (before as string[]) : []),
    value,
  ]
  program
    .command('publish')
    .argument('<post-mortem>', 'a post-mortem as our JSON or as Markdown')
    .description('publish a post-mortem as a page of another system, or bring its page there up to date; exits 1 when somebody has to choose first')
    .requiredOption('--to <place>', `one of ${PLACES.join(', ')}`)
    .option('--settings <file>', 'what the place needs, YAML or JSON; or environment variables, BLAMEFREE_CONFLUENCE_TOKEN')
    .option('--state <file>', 'where to keep what is known of the page; left out: beside the post-mortem, pm.pages.json')
    .option('--dry-run', 'say what would change, print the request, and write nothing')
    .option('--ours [section]', 'where the same was changed here and there, our text stays: in all sections, or in this one; may be repeated', section)
    .option('--theirs [section]', 'likewise, their text stays', section)
    .addOption(new Option('--gone <what>', 'for a page that is gone').choices(['create', 'restore']))
    .option('--overwrite', 'overwrite everything that was changed there')
    .option('--confirm-audience', 'whoever sees that place may read this')
    .addOption(new Option('-a, --audience <audience>', 'take out what this audience must not see').choices(['internal', 'company', 'customer']))
    .option('-q, --quiet', 'say nothing but what has to be chosen')
    .addHelpText('after', PUBLISH_EXAMPLES)
    .action(async (path: string, flags: PublishFlags) => exit(await (await import('./commands/publish.ts')).publishCommand(path, flags, terminal)))
}

/** Commands over the whole workspace. */
function addWorkspaceCommands(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const store = (command: Command): Command =>
    command
      .option('--data-dir <folder>', 'where the embedded database is')
      .option('--database-url <address>', 'a PostgreSQL server instead of the embedded one')
  store(program.command('export').argument('[folder]', 'a folder that does not exist yet'))
    .description('write the workspace as a folder of Markdown and JSON, or into a Git repository, while the server runs or not')
    .option('--all', 'everything, private incidents included')
    .option(
      '--git <address>',
      'commit it to this repository instead, where something changed; BLAMEFREE_GIT_TOKEN, or BLAMEFREE_GIT_SSH_KEY and _KNOWN_HOSTS, open it',
    )
    .option('--branch <name>', 'of the repository; left out: blamefree-archive, a branch of its own')
    .option('--folder <path>', 'on the branch, for the archive alone; left out: all of the branch')
    .option('--settings <file>', 'what else the repository needs, YAML or JSON, as for publish --to git')
    .option('--confirm-audience', 'whoever sees that repository may read everything')
    .action(async (folder: string | undefined, flags: ExportFlags) => exit(await (await import('./commands/export.ts')).exportCommand(folder, flags, terminal)))
  store(program.command('import').argument('<folder>', 'what export wrote'))
    .description('bring an export into an empty workspace')
    .action(async (folder: string, flags: StoreFlags) => exit(await (await import('./commands/export.ts')).importCommand(folder, flags, terminal)))
  store(program.command('reread'))
    .description('read the records again that an older version has read; what people said stays')
    .option('--all', 'every record, whichever version has read it')
    .action(async (flags: RereadFlags) => exit(await (await import('./commands/reread.ts')).rereadCommand(flags, terminal)))
}

/** `template list|show|check|blank|names`. */
function addTemplate(command: Command, terminal: Terminal, exit: (code: number) => void): void {
  const asked = (): Promise<typeof Template> => import('./commands/template.ts')
  command
    .command('list')
    .description('the built-in templates')
    .action(async () => (await asked()).listTemplates(terminal))
  command
    .command('show')
    .argument('<id or file>')
    .description('print a template’s Markdown, to start your own from')
    .action(async (name: string) => (await asked()).showTemplate(name, terminal))
  command
    .command('check')
    .argument('<file>')
    .description('look for unknown names and mistakes; exits 1 when there are any')
    .action(async (name: string) => exit((await asked()).checkTemplate(name, terminal)))
  command
    .command('names')
    .description('every variable, filter and block that a template can use')
    .action(async () => (await asked()).listNames(terminal))
  addOutput(command.command('blank').argument('<id or file>'))
    .description('the template with its guidance, to be filled in by hand')
    .action(async (name: string, flags: OutputFlags) => exit(await (await asked()).blankTemplate(name, flags, terminal)))
}

const EXAMPLES = `
Examples:
  blamefree fill export.zip --channel inc-42 --to docx,pdf
  blamefree fill slack/ alert.json ticket.json --out out/
  pbpaste | blamefree fill - --timezone Europe/London --date 2026-03-04 --to md --out -
  blamefree lint docs/post-mortems --format github
  blamefree template blank default --to docx

Exit codes: 0 done, 1 lint found something or somebody has to choose first, 2 nothing could be made.`

const FILL_EXAMPLES = `
Examples:
  blamefree fill export.zip --channel inc-42 --from 2026-03-04T09:00 --to docx,pdf,md --out out/
  blamefree fill export.zip pagerduty.json --set severity=Major --set lead="Chris Evans"
  blamefree fill incident.yaml --template customer --audience customer --to html
  blamefree fill export.zip --to docx --reference company.dotx`

const PUBLISH_EXAMPLES = `
Examples:
  blamefree publish pm.json --to confluence --settings confluence.yaml --dry-run
  BLAMEFREE_NOTION_TOKEN=… blamefree publish pm.json --to notion --settings notion.yaml
  blamefree publish pm.json --to confluence --theirs --ours "Impact"`
