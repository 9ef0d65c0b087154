import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_CONFIGURATION, lint, LINT_RULES, type LintFinding } from '../src/index.ts'
import { missingTestData, testData } from '../../../tools/test-data.ts'
import { judgeLabelled } from './lint-documents.ts'
import { plantsIn } from './lint-plants.ts'
import { figure } from '../../../tools/measure.ts'

const findings = (text: string): LintFinding[] => lint(text, { configuration: DEFAULT_CONFIGURATION })
const detailed = process.env['LINES'] === '1'

console.log(
  'Blame, by sentences of our own. Those called varied were written before their writer had read a rule; the rules have since been worked on with them.',
)
for (const name of [
  'tune',
  'hold-out',
  'varied-tune',
  'varied-hold-out',
  'fresh',
  'adapted-1',
  'adapted-2',
  'adapted-3',
  'adapted-4',
  'constructions',
  'constructions-2',
])
  judgeSentences(name)
console.log(
  `By independent writers, in many registers. The rules were worked on with a, b and c, then with d, e and g; t1 and t2 mended rules, then h and w1 to w3, and the weights were learned from all of these: the figures say how well they are remembered. \`learn-weights.ts\` prints what is found of a writer who was left out.`,
)
for (const name of [
  'registers-a',
  'registers-b',
  'registers-c',
  'registers-d',
  'registers-e',
  'registers-g',
  'registers-t1',
  'registers-t2',
  'registers-h',
  'registers-w1',
  'registers-w2',
  'registers-w3',
  'registers-i',
])
  judgeSentences(name)

const folder = testData('postmortems')
if (folder === null) console.log(`\nReal documents: skipped, ${String(missingTestData('postmortems'))}`)
else {
  console.log('\nReal documents, labelled by hand before a rule was run on them; halves by a hash of the path.')
  judgeLabelled(folder, findings, detailed)
  judgeDocuments(folder)
}

function judgeSentences(name: string): void {
  const path = join(import.meta.dirname, 'lint-labels', `${name}.txt`)
  if (!existsSync(path)) {
    console.log(`    ${name}: skipped, there is no ${name}.txt in bench/lint-labels`)
    return
  }
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const count = { right: 0, wrong: 0, missed: 0 }
  for (const line of lines) {
    const found = findings(line.slice(2)).some(({ rule }) => rule === 'blame')
    const is = line.startsWith('+')
    if (found && is) count.right++
    else if (found) count.wrong++
    else if (is) count.missed++
    if (found !== is && (name.endsWith('tune') || detailed)) console.log(`    ${found ? 'wrong ' : 'missed'} ${line.slice(2)}`)
  }
  const { right, wrong, missed } = count
  figure(`${name}: precision`, `${right}/${right + wrong} = ${(right / (right + wrong)).toFixed(2)}`, '≥ 0.9', right / (right + wrong) >= 0.9)
  figure(`${name}: recall`, `${right}/${right + missed} = ${(right / (right + missed)).toFixed(2)}`, '≥ 0.8', right / (right + missed) >= 0.8)
}

function judgeDocuments(root: string): void {
  const files = filesIn(root).filter((path) => /\.(?:md|qmd|erb)$/.test(path))
  const all = files.map((path) => ({ path, text: readFileSync(path, 'utf8') })).map((file) => ({ ...file, found: findings(file.text) }))
  console.log(`\nFindings in ${all.length} real documents (templates and guides among them; counts only).`)
  for (const { name } of LINT_RULES)
    console.log(`    ${name.padEnd(18)} ${all.reduce((sum, { found }) => sum + found.filter(({ rule }) => rule === name).length, 0)}`)
  if (detailed)
    for (const { path, found } of all)
      for (const one of found)
        if (!/follow|missing/.test(one.rule)) console.log(`${path.slice(root.length + 1)}:${one.place.line ?? 0} ${one.rule} | ${one.excerpt} | ${one.message}`)
  judgePlants(all)
}

function judgePlants(all: readonly { readonly path: string; readonly text: string; readonly found: readonly LintFinding[] }[]): void {
  console.log('\nContradictions put into real documents, one at a time.')
  const counts = new Map<string, { found: number; planted: number; documents: Set<string> }>()
  for (const { path, text, found } of all)
    for (const plant of plantsIn(text, found)) {
      const number = (list: readonly LintFinding[]): number => list.filter(({ rule }) => plant.rules.includes(rule)).length
      // Where the document's zone was wrong already, exchanging it puts it right.
      if (plant.kind.includes('zone') && number(found) > 0) continue
      const count = counts.get(plant.kind) ?? { found: 0, planted: 0, documents: new Set() }
      const after = findings(plant.text)
      const seen = (list: readonly LintFinding[]): Set<string> =>
        new Set(list.filter(({ rule, place }) => plant.rules.includes(rule) && Math.abs((place.line ?? 0) - plant.line) < 2).map(({ message }) => message))
      const caught = number(after) > number(found) || [...seen(after)].some((message) => !seen(found).has(message))
      count.planted++
      count.documents.add(path)
      if (caught) count.found++
      else if (detailed) console.log(`    missed: ${plant.kind} in ${path} at line ${plant.line}`)
      counts.set(plant.kind, count)
    }
  for (const [kind, { found, planted, documents }] of counts)
    figure(`${kind} (${documents.size} documents)`, `${found}/${planted} found`, 'all', found === planted)
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesIn(join(path, name)) : [join(path, name)]))
}
