import type { MergeConflict, PageChange, PublishOutcome, PublishPlan, WorldRequest } from '@blamefree/core'
import { harmless, painter, type Terminal } from '../terminal.ts'

const STATES: Readonly<Record<PublishPlan['state'], string>> = {
  new: 'There is no page yet: one would be made.',
  current: 'The page is up to date.',
  behind: 'The page would be brought up to date.',
  changed: 'The page was changed there; nothing is new here.',
  both: 'The page was changed there, and would be brought up to date around that.',
  gone: 'The page is not there any more.',
}

/** What publishing would do. */
export function reportPlan(terminal: Terminal, plan: PublishPlan): void {
  const paint = painter(terminal)
  terminal.say(`${paint('strong', STATES[plan.state])}\n`)
  if (plan.page !== null && 'sentence' in plan.page) terminal.say(`  ${harmless(plan.page.sentence)}\n`)
  else if (plan.page !== null) terminal.say(`  ${harmless(plan.page.ref.url)}\n`)
  reportChanges(terminal, 'Changed there', plan.theirs)
  reportConflicts(terminal, plan.conflicts)
  if (plan.state !== 'new') reportChanges(terminal, 'Would change there', plan.ours)
  for (const { message } of plan.body?.losses ?? []) terminal.say(`  ${paint('warn', 'Loses')}  ${harmless(message)}\n`)
}

/** How a publishing ended. */
export function reportOutcome(terminal: Terminal, outcome: PublishOutcome): void {
  const paint = painter(terminal)
  if (outcome.kind === 'gone') {
    terminal.say(`${paint('bad', 'Nothing was written')}  ${harmless(outcome.sentence)}\n`)
    if (outcome.choices.length > 0) terminal.say(`  Choose with ${outcome.choices.map((choice) => `--gone ${choice}`).join(' or ')}.\n`)
    return
  }
  if (outcome.kind === 'conflict') {
    terminal.say(`${paint('bad', 'Nothing was written')}  The same was changed here and at ${harmless(outcome.page.ref.url)}.\n`)
    reportConflicts(terminal, outcome.conflicts)
    terminal.say('  Choose whose text stays with --ours or --theirs, for all or for a section: --ours "Impact".\n')
    return
  }
  const done = { created: 'Published', updated: 'Brought up to date', unchanged: 'Nothing to change' }[outcome.kind]
  terminal.say(`${paint('good', done)}  ${harmless(outcome.written.ref.url)}\n`)
  for (const notice of outcome.notices) terminal.say(`  ${harmless(notice)}\n`)
  reportChanges(terminal, 'Changed there, and kept', outcome.kept)
  for (const { message } of outcome.losses) terminal.say(`  ${paint('warn', 'Loses')}  ${harmless(message)}\n`)
}

/** A request as one could send it. */
export function requestText({ method, url, headers = {}, body }: WorldRequest): string {
  const lines = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${/^(?:authorization|cookie|x-api-key)$/.test(name) ? '…' : value}`),
  ]
  const said = body === undefined ? '' : typeof body === 'string' ? body : `(${body.byteLength} bytes)`
  return `${lines.join('\n')}\n\n${said}\n`
}

function reportChanges(terminal: Terminal, title: string, changes: readonly PageChange[]): void {
  if (changes.length === 0) return
  terminal.say(`${painter(terminal)('strong', title)}\n`)
  for (const { section, before, after } of changes) {
    terminal.say(`  ${harmless(section || '(the beginning)')}\n`)
    sides(terminal, [
      ['-', before],
      ['+', after],
    ])
  }
}

function reportConflicts(terminal: Terminal, conflicts: readonly MergeConflict[]): void {
  if (conflicts.length === 0) return
  terminal.say(`${painter(terminal)('strong', 'Changed here and there')}\n`)
  for (const { section, before, theirs, ours } of conflicts) {
    terminal.say(`  ${harmless(section || '(the beginning)')}\n`)
    sides(terminal, [
      ['was', before],
      ['theirs', theirs],
      ['ours', ours],
    ])
  }
}

function sides(terminal: Terminal, texts: readonly (readonly [string, string])[]): void {
  for (const [mark, text] of texts) {
    if (text === '') continue
    for (const line of text.split('\n').slice(0, 40)) terminal.say(`    ${mark} ${harmless(line)}\n`)
  }
}
