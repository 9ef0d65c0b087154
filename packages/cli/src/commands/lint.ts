import { lint } from '@blamefree/core'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { configurationOf } from '../configuration-of.ts'
import { textOf } from '../text-of.ts'
import type { LINT_FORMATS } from '../flags.ts'
import { PRINTED, type LintedFile } from '../lint-formats.ts'
import { reportProblems } from '../report.ts'
import { painter, type Terminal } from '../terminal.ts'

/** The flags of `blamefree lint`. */
export interface LintFlags {
  readonly format: (typeof LINT_FORMATS)[number]
  readonly config?: string
}

/** The endings of files that lint looks for in a folder. */
const MARKDOWN = ['md', 'markdown', 'mdx', 'qmd', 'md.erb']

/** `blamefree lint`: holds Markdown post-mortems against the rules. Gives 1 when it found something, 0 when not. */
export async function lintCommand(paths: readonly string[], flags: LintFlags, terminal: Terminal): Promise<number> {
  const { configuration, problems } = configurationOf(flags)
  reportProblems(terminal, problems)
  const files: LintedFile[] = []
  for (const path of paths.flatMap(filesOf)) {
    const text = path === '-' ? await allOf(terminal.stdin) : textOf(path)
    files.push({ file: path === '-' ? 'standard input' : path, findings: lint(text, { configuration }) })
  }
  terminal.out(PRINTED[flags.format](files, painter(terminal)))
  return files.some(({ findings }) => findings.length > 0) ? 1 : 0
}

/** A file as it is; of a folder, every Markdown file below it. */
function filesOf(path: string): string[] {
  const folder = path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
  if (!folder) return [path]
  return globSync(`**/*.{${MARKDOWN.join(',')}}`, { cwd: path, exclude: (name) => name === 'node_modules' })
    .toSorted()
    .map((name) => join(path, name))
}

async function allOf(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
