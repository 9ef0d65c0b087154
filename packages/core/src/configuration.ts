import type { Weight } from './problem.ts'

/** A name that the team uses, with what other systems call it. `aliases` are compared without case, spaces, dashes and underscores. */
export interface Term {
  /** Kebab-case. */
  readonly id: string
  /** As the document shows it: `Major`. */
  readonly name: string
  readonly aliases: readonly string[]
}

/** A role in an incident. `many` roles hold any number of people. */
export interface Role extends Term {
  readonly many: boolean
}

/** A span between two of the incident's timestamps, by their ids. */
export interface MetricDefinition {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
}

/** A field of the team's own. */
export interface FieldDefinition extends Term {
  readonly kind: 'text' | 'number' | 'yes-no' | 'list'
}

/** What a team says about one of the key-event rules, by the rule's name. */
export interface KeyRuleSetting {
  readonly enabled?: boolean
  readonly weight?: number
}

/** What a team can set. `DEFAULT_CONFIGURATION` is what holds where nothing is set; the file may replace any key of it. */
export interface Configuration {
  /** Worst first. */
  readonly severities: readonly Term[]
  readonly types: readonly Term[]
  readonly roles: readonly Role[]
  /** In the order in which they ought to happen. */
  readonly timestamps: readonly Term[]
  readonly metrics: readonly MetricDefinition[]
  readonly fields: readonly FieldDefinition[]
  /** Source ids, most believed first, for each kind of fact; `default` for the kinds not named. `person` always comes first. */
  readonly precedence: Readonly<Record<string, readonly string[]>>
  readonly keyEvents: Readonly<Record<string, KeyRuleSetting>>
  /** Lint rules by name: how much a finding weighs, or `off`. */
  readonly lint: Readonly<Record<string, Weight | 'off'>>
  /** The document's zone, set by hand; null to work it out. */
  readonly zone: string | null
}

const term = (id: string, name: string, ...aliases: string[]): Term => ({ id, name, aliases })
const role = (id: string, name: string, many: boolean, ...aliases: string[]): Role => ({ id, name, aliases, many })

/** The seed's own words, and the usual names that other systems have for them. */
export const DEFAULT_CONFIGURATION: Configuration = {
  severities: [
    term('critical', 'Critical', 'sev0', 'sev-0', 's0', 'p0', 'sev1', 's1', 'p1', 'highest', 'blocker', 'disaster', 'page', 'emergency'),
    term('major', 'Major', 'sev2', 's2', 'p2', 'high', 'error'),
    term('minor', 'Minor', 'sev3', 's3', 'p3', 'medium', 'moderate', 'warning', 'sev4', 's4', 'p4', 'low', 'lowest', 'trivial', 'info'),
  ],
  types: [
    term('platform', 'Platform', 'infrastructure', 'infra'),
    term('product', 'Product', 'application', 'app'),
    term('security', 'Security'),
    term('data', 'Data'),
    term('third-party', 'Third party', 'vendor', 'upstream', 'external'),
  ],
  roles: [
    role('lead', 'Incident Lead', false, 'incident commander', 'commander', 'ic', 'incident manager', 'captain', 'responder lead', 'assignee'),
    role('reporter', 'Reporter', false, 'reported by', 'creator', 'opened by'),
    role('participants', 'Active participants', true, 'responder', 'responders', 'participant'),
    role('observers', 'Observers', true, 'observer', 'watcher', 'watchers', 'subscriber', 'subscribers'),
  ],
  timestamps: [
    term('impact-started', 'Impact started at', 'started', 'started at', 'start', 'impact start', 'incident start', 'began'),
    term('reported', 'Reported at', 'declared', 'created', 'detected', 'detected at', 'opened', 'triggered'),
    term('identified', 'Identified at', 'analyzed', 'root cause identified', 'cause found'),
    term('fixed', 'Fixed at', 'mitigated', 'monitoring', 'recovered', 'resolved'),
    term('closed', 'Closed at', 'closed', 'done', 'ended', 'end'),
  ],
  metrics: [
    { id: 'time-to-detect', name: 'Time to detect', from: 'impact-started', to: 'reported' },
    { id: 'time-to-identify', name: 'Time to identify', from: 'reported', to: 'identified' },
    { id: 'time-to-respond', name: 'Time to respond', from: 'reported', to: 'responded' },
    { id: 'time-to-fix', name: 'Time to fix', from: 'reported', to: 'fixed' },
    { id: 'impact-duration', name: 'Duration of impact', from: 'impact-started', to: 'fixed' },
    { id: 'time-to-close', name: 'Time to close', from: 'reported', to: 'closed' },
  ],
  fields: [],
  precedence: {
    default: ['person', 'incident-file', 'jira', 'pagerduty', 'statuspage', 'github', 'grafana', 'alertmanager', 'slack-export', 'transcript'],
  },
  keyEvents: {},
  lint: {},
  zone: null,
}
