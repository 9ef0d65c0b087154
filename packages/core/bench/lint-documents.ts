import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LintFinding } from '../src/index.ts'
import { figure } from '../../../tools/measure.ts'

/** A label in a real document: `+` must be found, `~` may be. Everything else of its kind in a labelled document is wrong. */
export interface Label {
  readonly line: number
  readonly rule: string
  readonly debatable: boolean
  readonly anchor: string
}

/** A document and what was labelled in it. */
export interface Labelled {
  readonly path: string
  readonly labels: readonly Label[]
}

const RULES = ['blame', 'single-cause']

/** Precision and recall of the rules that are labelled in real documents, for each half by itself. `root`: where the documents are. */
export function judgeLabelled(root: string, findings: (text: string) => readonly LintFinding[], detailed: boolean): void {
  const documents = readLabels().filter(({ path }) => existsSync(join(root, path)))
  for (const half of ['tune', 'hold-out'] as const) {
    const ours = documents.filter(({ path }) => halfOf(path) === half)
    for (const rule of RULES) judgeRule(root, ours, { rule, half, findings, detailed })
  }
}

/** By a hash of its path, so that nobody chose. */
function halfOf(path: string): 'tune' | 'hold-out' {
  return Number.parseInt(createHash('sha256').update(path).digest('hex').slice(0, 8), 16) % 2 === 1 ? 'hold-out' : 'tune'
}

interface Judgement {
  readonly rule: string
  readonly half: 'tune' | 'hold-out'
  readonly findings: (text: string) => readonly LintFinding[]
  readonly detailed: boolean
}

function judgeRule(root: string, documents: readonly Labelled[], { rule, half, findings, detailed }: Judgement): void {
  const count = { right: 0, wrong: 0, missed: 0, debatable: 0 }
  const show = (what: string, path: string, line: number, words: string): void => {
    if (detailed && half === 'tune') console.log(`    ${what} ${path}:${line} ${words}`)
  }
  for (const { path, labels } of documents) {
    const text = readFileSync(join(root, path), 'utf8')
    const found = findings(text).filter((one) => one.rule === rule)
    const wanted = labels.filter((label) => label.rule === rule)
    for (const label of wanted)
      if (!(text.split('\n')[label.line - 1] ?? '').includes(label.anchor)) console.log(`    label is not there: ${path}:${label.line}`)
    const hits = (label: Label): boolean => found.some((one) => covers(one, label.line))
    for (const label of wanted.filter(({ debatable }) => !debatable)) {
      if (hits(label)) count.right++
      else {
        count.missed++
        show('missed', path, label.line, label.anchor)
      }
    }
    for (const one of found) {
      const label = wanted.find(({ line }) => covers(one, line))
      if (label?.debatable === true) count.debatable++
      if (label !== undefined) continue
      count.wrong++
      show('wrong ', path, one.place.line ?? 0, one.excerpt)
    }
  }
  const { right, wrong, missed, debatable } = count
  const name = `${rule}, ${documents.length} documents, ${half}`
  figure(`${name}: precision (${debatable} debatable left out)`, ratio(right, right + wrong), '≥ 0.9', right / (right + wrong) >= 0.9)
  figure(`${name}: recall`, ratio(right, right + missed), '≥ 0.8', right / (right + missed) >= 0.8)
}

/** A finding is about a line that it touches, or the next to it: a sentence goes over lines. */
function covers({ place, end }: LintFinding, line: number): boolean {
  return line >= (place.line ?? 0) - 1 && line <= (end?.line ?? place.line ?? 0) + 1
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '0/0' : `${part}/${whole} = ${(part / whole).toFixed(2)}`
}

/** What `documents.txt` says of each document. */
export function readLabels(): Labelled[] {
  const documents: { path: string; labels: Label[] }[] = []
  for (const line of readFileSync(join(import.meta.dirname, 'lint-labels', 'documents.txt'), 'utf8').split('\n')) {
    if (line.startsWith('= ')) documents.push({ path: line.slice(2), labels: [] })
    const match = /^([+~]) (\d+) ([\w-]+) \| ([^|]+?)(?: \| .*)?$/.exec(line)
    if (match !== null) documents.at(-1)?.labels.push({ debatable: match[1] === '~', line: Number(match[2]), rule: match[3] ?? '', anchor: match[4] ?? '' })
  }
  return documents
}
