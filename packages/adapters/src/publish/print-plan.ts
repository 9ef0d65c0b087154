import { printMarkdown, type PageChange, type PageDestination, type PublishPlan } from '@blamefree/core'

/** How a page stands and what publishing would do, as lines for a terminal. Pieces of the page are shown in Markdown. Pure. */
export function printPlan({ state, page, theirs, ours, conflicts }: PublishPlan, destination: Pick<PageDestination, 'title' | 'readBack'>): string {
  const lines = [`${destination.title}: ${SENTENCES[state]}`]
  if (page !== null) lines.push('gone' in page ? page.sentence : `${page.title} \u00b7 ${page.ref.url}${since(page)}`)
  const shown = (text: string): string[] => (text.trim() === '' ? [] : printMarkdown(destination.readBack(text).tree).trim().split('\n'))
  const marked = (text: string, mark: string): string[] => shown(text).map((line) => `  ${mark} ${line}`)
  const changes = (title: string, list: readonly PageChange[]): void => {
    if (list.length === 0) return
    lines.push('', title)
    for (const [section, group] of Map.groupBy(list, (change) => change.section)) {
      if (section !== '') lines.push(`  ## ${section}`)
      for (const { before, after } of group) lines.push(...marked(before, '-'), ...marked(after, '+'))
    }
  }
  for (const { section, before, theirs: there, ours: here } of conflicts) {
    lines.push('', `Both changed the same${section === '' ? '' : ` in “${section}”`}:`)
    lines.push('  before:', ...marked(before, ' '), '  there:', ...marked(there, '+'), '  here:', ...marked(here, '+'))
  }
  changes(conflicts.length === 0 ? 'Changed there, and kept:' : 'Changed there:', theirs)
  changes(state === 'current' || state === 'changed' ? 'Changed here already:' : 'Would change there:', ours)
  return `${lines.join('\n')}\n`
}

const SENTENCES: Readonly<Record<PublishPlan['state'], string>> = {
  new: 'a new page would be made.',
  current: 'the page is as it would be written.',
  behind: 'the page would be brought up to date; nobody changed it there.',
  changed: 'the page was changed there, and nothing of ours is new.',
  both: 'the page was changed there, and here as well.',
  gone: 'the page is not where it was.',
}

function since({ changedBy, changedAt }: { changedBy?: string | null; changedAt?: string | null }): string {
  const by = changedBy === undefined || changedBy === null ? '' : ` by ${changedBy}`
  const at = changedAt === undefined || changedAt === null ? '' : ` at ${changedAt}`
  return by === '' && at === '' ? '' : ` \u00b7 changed last${by}${at}`
}
