/** The keys of each kind of object in an incident file. `schema.json` says the same to editors; a test holds the two together. */
export const KEYS = {
  root: ['$schema', 'incident'],
  incident: [
    'title',
    'summary',
    'type',
    'severity',
    'status',
    'services',
    'fields',
    'zone',
    'date',
    'people',
    'roles',
    'timestamps',
    'timeline',
    'follow-ups',
    'findings',
    'links',
  ],
  person: ['name', 'email', 'handle', 'zone', 'bot'],
  event: ['at', 'text', 'by', 'key'],
  followUp: ['text', 'owner', 'due', 'priority', 'outcome', 'reason', 'ticket'],
  findings: ['contributors', 'mitigators', 'learnings', 'risks'],
  finding: ['text', 'category'],
  link: ['title', 'url', 'kind'],
} as const

/** The values that only a few words may have. */
export const CHOICES = {
  outcome: ['open', 'done', 'wont-do'],
  category: ['technical', 'human', 'external'],
  kind: ['ticket', 'channel', 'alert', 'dashboard', 'status-page', 'pull-request', 'runbook', 'call', 'other'],
} as const

/** Which kind of finding each list under `findings` holds. */
export const FINDING_KINDS = { contributors: 'contributor', mitigators: 'mitigator', learnings: 'learning', risks: 'risk' } as const
