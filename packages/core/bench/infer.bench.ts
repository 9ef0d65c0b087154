import { DEFAULT_CONFIGURATION, infer, type Incident } from '../src/index.ts'
import { matchTerm } from '../src/assemble/match-term.ts'
import { figure } from '../../../tools/measure.ts'
import { isSameTime, labelledConversations, type Labelled } from './labelled.ts'
import { localTime } from './made-record.ts'

const NAMES = ['lead', 'reporter', 'severity', 'impact-started', 'reported', 'identified', 'fixed', 'closed'] as const

console.log('What is read out of a conversation against what a careful reader takes from it. Right: as expected; wrong: another value; extra: a value where')
console.log('the reader takes none. Times count as right within two minutes; of follow-ups the number counts. For hold-out and fresh only sums are shown.')
for (const folder of ['tune', 'hold-out', 'fresh']) judge(folder)

function judge(folder: string): void {
  const sum = { right: 0, wrong: 0, missing: 0, extra: 0 }
  const followUps = { expected: 0, found: 0 }
  const off = new Map<string, number>()
  for (const conversation of labelledConversations(folder)) {
    const { incident } = infer(conversation.incident, DEFAULT_CONFIGURATION)
    const lines: string[] = []
    for (const name of NAMES) {
      const expected = conversation.expected.get(name) ?? null
      const actual = valueOf(name, incident, conversation)
      if (expected === null && (actual === null || same(conversation.optional.get(name) ?? '', actual))) continue
      const verdict = expected === null ? 'extra' : actual === null ? 'missing' : same(expected, actual) ? 'right' : 'wrong'
      sum[verdict] += 1
      if (verdict !== 'right') off.set(kindOf(verdict, name, { expected, actual }), (off.get(kindOf(verdict, name, { expected, actual })) ?? 0) + 1)
      if (verdict !== 'right') lines.push(`${verdict} ${name}: expected ${expected ?? 'none'}, got ${actual ?? 'none'}`)
    }
    const count = Number(conversation.expected.get('follow-ups') ?? 0)
    followUps.expected += count
    followUps.found += incident.followUps.length
    if (count !== incident.followUps.length) lines.push(`follow-ups: expected ${count}, got ${incident.followUps.length}`)
    if (folder === 'tune') for (const line of lines) console.log(`  ${conversation.name.padEnd(32)} ${line}`)
    if (folder === 'tune' && process.env['LINES'] === '1') for (const { value } of incident.followUps) console.log(`      ${JSON.stringify(value)}`)
  }
  const expected = sum.right + sum.wrong + sum.missing
  if (expected === 0) return console.log(`${folder}: no conversations`)
  const recall = sum.right / expected
  const precision = sum.right / (sum.right + sum.wrong + sum.extra)
  figure(`${folder}: facts found`, `${sum.right}/${expected} = ${recall.toFixed(2)}`, '≥ 0.8', recall >= 0.8)
  figure(`${folder}: of what is said, right (wrong ${sum.wrong}, extra ${sum.extra})`, precision.toFixed(2), '≥ 0.9', precision >= 0.9)
  if (folder !== 'tune') console.log(`    ${[...off].map(([name, count]) => `${count} ${name}`).join(', ')}`)
  figure(`${folder}: follow-ups found / expected`, `${followUps.found} / ${followUps.expected}`, '', null)
}

/** What was wrong, for a sum: which fact, and of a time by how many minutes it is too early or too late. */
function kindOf(verdict: string, name: string, { expected, actual }: { expected: string | null; actual: string | null }): string {
  const minutes = (text: string | null): number => Number((text ?? '').slice(0, 2)) * 60 + Number((text ?? '').slice(3))
  const late = minutes(actual) - minutes(expected)
  return verdict === 'wrong' && Number.isFinite(late) ? `${verdict} ${name} (${late} min)` : `${verdict} ${name}`
}

function valueOf(name: (typeof NAMES)[number], incident: Incident, { zone }: Labelled): string | null {
  if (name === 'severity') return incident.severity?.value ?? null
  if (name === 'lead' || name === 'reporter') {
    const id = incident.roles[name]?.[0]?.value
    return incident.people.find((person) => person.id === id)?.name ?? null
  }
  const at = incident.timestamps[name]?.value
  return at === undefined ? null : localTime(at, zone)
}

function same(expected: string, actual: string): boolean {
  if (expected.includes('|')) return expected.split('|').some((one) => same(one, actual))
  // Whoever labels may name the severity in the team's words.
  if (matchTerm(DEFAULT_CONFIGURATION.severities, expected)?.term.name === actual) return true
  return expected === actual || isSameTime(expected, actual)
}
