import { statusWords } from './statuses.ts'

/** The words of the list of post-mortems. */
export const postMortemsText = {
  title: 'Post-mortems',
  lead: 'What has been written, and what is still being written.',
  loading: 'the post-mortems',
  where: 'Post-mortems',
  search: 'Search in titles and texts',
  show: { all: 'All', draft: 'Drafts', 'in-review': 'In review', published: 'Published', mine: 'Mine' },
  narrow: 'Narrow the list',
  filters: {
    severity: 'Severity',
    type: 'Type',
    service: 'Service',
    author: 'Author',
    from: 'Incidents from this day',
    to: 'Incidents up to this day',
  },
  days: { from: 'From', to: 'To' },
  any: { severity: 'Any severity', type: 'Any type', service: 'Any service', author: 'Anybody' },
  columns: { title: 'Post-mortem', status: 'Status', progress: 'Progress', author: 'Author', updated: 'Changed' },
  status: statusWords,
  toWrite: (count: number): string => (count === 0 ? 'All written' : `${count} to write`),
  of: (incident: string, template: string | null): string => (template === null ? incident : `${incident} · ${template}`),
  unknownAuthor: '–',
  more: 'Loading more …',
  none: 'No post-mortem yet.',
  noneHint: 'Bring in what an incident left behind, or write one from the list of incidents.',
  noneGo: 'New post-mortem',
  noMatch: 'No post-mortem matches.',
  everything: 'Show all post-mortems',
  keys: { next: 'Next post-mortem', previous: 'Previous post-mortem' },
}
