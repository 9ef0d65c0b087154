import { LINT_RULES, type LintFinding } from '@blamefree/core'
import type { LINT_FORMATS } from './flags.ts'
import { VERSION } from './index.ts'
import { harmless } from './terminal.ts'

/** What lint found in one file. */
export interface LintedFile {
  readonly file: string
  readonly findings: readonly LintFinding[]
}

/** What lint found, said in one of its ways. */
export const PRINTED: Readonly<Record<(typeof LINT_FORMATS)[number], (files: readonly LintedFile[], paint: Paint) => string>> = { text, json, sarif, github }

type Paint = (tone: 'strong' | 'quiet' | 'warn' | 'bad', text: string) => string

function text(files: readonly LintedFile[], paint: Paint): string {
  const blocks = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ file, findings }) => [paint('strong', harmless(file)), ...findings.map((finding) => lines(finding, paint))].join('\n'))
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0)
  const summary = count === 0 ? `No findings in ${counted(files.length, 'file')}.` : `${counted(count, 'finding')} in ${counted(files.length, 'file')}.`
  return `${[...blocks, summary].join('\n\n')}\n`
}

function lines(finding: LintFinding, paint: Paint): string {
  const place = `${finding.place.line ?? 1}:${finding.place.column ?? 1}`.padStart(7)
  const weight = finding.weight === 'error' ? paint('bad', 'error') : paint('warn', finding.weight)
  const quoted = finding.excerpt === '' ? '' : `\n         ${paint('quiet', `“${harmless(finding.excerpt)}”`)}`
  const hint = finding.hint === '' ? '' : `\n         ${harmless(finding.hint)}`
  const instead = finding.suggestion === null ? '' : `\n         Instead: “${harmless(finding.suggestion)}”`
  return `${place}  ${weight}  ${harmless(finding.message)}  ${paint('quiet', finding.rule)}${quoted}${hint}${instead}`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function json(files: readonly LintedFile[]): string {
  return `${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`
}

/** GitHub's workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function github(files: readonly LintedFile[]): string {
  const level = { error: 'error', warning: 'warning', info: 'notice' } as const
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ rule, message, hint, weight, place }) => {
        const properties = `file=${property(file)},line=${place.line ?? 1},col=${place.column ?? 1},title=${property(`blamefree ${rule}`)}`
        return `::${level[weight]} ${properties}::${data(`${message} ${hint}`.trim())}\n`
      }),
    )
    .join('')
}

const data = (value: string): string => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (value: string): string => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** SARIF 2.1.0, which code hosts show beside the lines. */
function sarif(files: readonly LintedFile[]): string {
  const level = { error: 'error', warning: 'warning', info: 'note' } as const
  const rules = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].toSorted()
  const results = files.flatMap(({ file, findings }) =>
    findings.map(({ rule, message, hint, weight, place, end }) => ({
      ruleId: rule,
      ruleIndex: rules.indexOf(rule),
      level: level[weight],
      message: { text: `${message} ${hint}`.trim() },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
            region: {
              startLine: place.line ?? 1,
              startColumn: place.column ?? 1,
              ...(end === null ? {} : { endLine: end.line ?? place.line ?? 1, endColumn: end.column ?? place.column ?? 1 }),
            },
          },
        },
      ],
    })),
  )
  const driver = {
    name: 'blamefree',
    version: VERSION,
    rules: rules.map((id) => ({ id, shortDescription: { text: LINT_RULES.find(({ name }) => name === id)?.sentence ?? id } })),
  }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
