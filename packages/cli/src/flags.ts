import { InvalidArgumentError, Option, type Command } from 'commander'

/** What a record may be given as. */
export const INPUTS = 'files, folders, or - for standard input; each is recognised by its content'

/** The formats of files, as `--help` names them: to know them, the command line loads none of them. */
export const FORMATS: readonly string[] = ['docx', 'pdf', 'html', 'markdown', 'json']

/** The kinds of places for pages, likewise. */
export const PLACES: readonly string[] = [
  'confluence',
  'dokuwiki',
  'git',
  'google-docs',
  'jira',
  'mediawiki',
  'notion',
  'outline',
  'sharepoint',
  'slack',
  'webhook',
]

/** The ways in which lint can say what it found, likewise. */
export const LINT_FORMATS = ['text', 'json', 'sarif', 'github'] as const

/** Adds the flags that say what to read. */
export function addReading(command: Command): Command {
  return command
    .option('-c, --channel <name>', 'a channel of a Slack export; may be repeated', collect)
    .option('--from <time>', 'leave out what came before, 2026-03-04T09:00')
    .option('--until <time>', 'leave out what came at or after')
    .option('-z, --timezone <zone>', 'the zone of the document, and of times that have none: Europe/London, UTC')
    .option('--date <day>', 'the day of times that have none, 2026-03-04')
    .option('-s, --set <name=value>', 'a value that beats every source: severity=Major; may be repeated', collect)
    .option('--source <id>', 'read every input as this source, rather than recognise it')
    .option('--config <file>', 'configuration, YAML or JSON')
}

/** Adds the flags that say what to make and where. */
export function addOutput(command: Command): Command {
  return command
    .option('--to <formats>', `any of ${FORMATS.join(', ')}, separated by commas`, split, ['docx'])
    .option('-o, --out <folder>', 'where the files go; - prints a single format', '.')
    .option('--name <name>', 'the files’ name, without an ending')
    .option('-r, --reference <file>', 'your company’s look: .docx or .dotx, .typ, .css; may be repeated', collect)
    .addOption(new Option('-a, --audience <audience>', 'take out what this audience must not see').choices(['internal', 'company', 'customer']))
    .option('--no-evidence', 'leave out what the record offers for sections that people write')
    .option('--force', 'overwrite files that exist')
    .option('--json', 'print what was made, and every problem, as JSON')
    .option('-q, --quiet', 'say nothing but errors')
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, ...value.split(/,(?=[^=]*(?:=|$))/).filter((part) => part !== '')]

function split(value: string): string[] {
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) throw new InvalidArgumentError('Expected at least one format.')
  return parts
}
