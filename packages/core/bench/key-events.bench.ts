import { chooseKeyEvents, DEFAULT_CONFIGURATION, type TimelineEvent } from '../src/index.ts'
import { figure } from '../../../tools/measure.ts'
import { align, alignedByHand } from './alignment.ts'
import { labelledConversations, type Labelled } from './labelled.ts'
import { localTime } from './made-record.ts'
import { realConversations, type RealConversation } from './real-conversations.ts'

const detailed = process.argv.includes('--lines') || process.env['LINES'] === '1'

console.log('Key events against the timelines that people wrote (Kubernetes test-infra). A line is found by machine when a key event is at most')
console.log('10 minutes away and shares two content words (one where the line names its author), no event for two lines; by hand when a key event')
console.log('is one of the messages that we, reading the conversation, marked as saying it. Lines that no message says cannot be found.')
for (const conversation of realConversations()) judgeReal(conversation)
console.log('\nKey events against labels of our own. Found: of the lines that belong in the document; wrong: of those that do not; n: key events.')
for (const folder of ['tune', 'hold-out', 'fresh']) judgeLabelled(folder)

function judgeReal(conversation: RealConversation): void {
  const { events } = chooseKeyEvents(conversation.incident, DEFAULT_CONFIGURATION)
  const key = events.filter((event) => event.mark.level === 'key')
  const { human } = conversation
  const { pairs, fitting } = align(conversation, key)
  const possible = align(conversation, events).pairs
  console.log(`\n  ${conversation.name}: ${events.length} messages, ${human.length} lines by a person, ${key.length} key events`)
  const hand = human.map((line) => alignedByHand(conversation, line, key)[0] ?? null)
  const inChat = human.map((line) => alignedByHand(conversation, line, events).length > 0)
  for (const [index, line] of human.entries()) {
    const show = (event: TimelineEvent | null | undefined): string =>
      event === null || event === undefined ? '–' : `${localTime(event.at, conversation.zone)} ${event.mark.rule ?? ''}`
    console.log(
      `    ${(line.at ?? '??:??').padEnd(6)} ${line.text.slice(0, 64).padEnd(65)} machine ${show(pairs[index]).padEnd(20)} hand ${show(hand[index]).padEnd(20)} ${inChat[index] === true ? '' : 'in no message'}`,
    )
  }
  const found = hand.filter((event) => event !== null).length
  const there = inChat.filter(Boolean).length
  const machine = pairs.filter((event) => event !== null).length
  const machinePossible = possible.filter((event) => event !== null).length
  const useful = new Set(human.flatMap((line) => alignedByHand(conversation, line, key).map((event) => event.id))).size
  figure('recall by hand, of the lines that the conversation says', `${found}/${there} = ${ratio(found, there)}`, '≥ 0.8', found / there >= 0.8)
  figure('recall by hand, of all lines', `${found}/${human.length} = ${ratio(found, human.length)}`, '', null)
  figure('recall by machine, of the lines it can find in the whole chat', `${machine}/${machinePossible} = ${ratio(machine, machinePossible)}`, '', null)
  figure('precision by hand / by machine', `${ratio(useful, key.length)} / ${ratio(fitting, key.length)}`, '', null)
  figure('key events per line', ratio(key.length, human.length), '≤ 3', key.length <= 3 * human.length)
  if (detailed) printLines(events, conversation.zone, () => ' ')
}

function judgeLabelled(folder: string): void {
  const sum = { must: 0, found: 0, wrong: 0, no: 0, key: 0, events: 0 }
  for (const conversation of labelledConversations(folder)) {
    const { events } = chooseKeyEvents(conversation.incident, DEFAULT_CONFIGURATION)
    const one = counts(conversation, events)
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += one[name]
    if (folder === 'tune')
      console.log(`  ${conversation.name.padEnd(32)} found ${one.found}/${one.must}, wrong ${one.wrong}/${one.no}, n ${one.key}/${one.events}`)
    if (folder === 'tune' && detailed) printLines(events, conversation.zone, (index) => conversation.labels[index] ?? ' ')
  }
  if (sum.events === 0) return console.log(`${folder}: no conversations`)
  figure(
    `${folder}: recall of the lines that belong in the document`,
    `${sum.found}/${sum.must} = ${ratio(sum.found, sum.must)}`,
    '≥ 0.8',
    sum.found / sum.must >= 0.8,
  )
  figure(`${folder}: precision (what may be there counts as right)`, ratio(sum.key - sum.wrong, sum.key), '', null)
  figure(`${folder}: lines that do not belong and got in`, `${sum.wrong}/${sum.no} = ${ratio(sum.wrong, sum.no)}`, '', null)
}

function counts(
  { labels }: Labelled,
  events: readonly TimelineEvent[],
): { must: number; found: number; wrong: number; no: number; key: number; events: number } {
  const of = (label: string, key?: boolean): number =>
    events.filter((event, index) => labels[index] === label && (key !== true || event.mark.level === 'key')).length
  return {
    must: of('*'),
    found: of('*', true),
    wrong: of(' ', true),
    no: of(' '),
    key: events.filter((event) => event.mark.level === 'key').length,
    events: events.length,
  }
}

function printLines(events: readonly TimelineEvent[], zone: string, label: (index: number) => string): void {
  for (const [index, event] of events.entries()) {
    const rule = event.mark.level === 'key' ? (event.mark.rule ?? '') : ''
    const off = (label(index) === '*' && rule === '') || (label(index) === ' ' && rule !== '') ? '!' : ' '
    console.log(
      `      ${off}${label(index)} ${rule.padEnd(16)} ${localTime(event.at, zone)} ${event.actor?.slice(5) ?? ''}: ${event.text.replace(/\s+/g, ' ').slice(0, 130)}`,
    )
  }
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(2)
}
