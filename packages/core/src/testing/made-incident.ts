import { NO_FACTS, stated, type Incident, type Instant, type Origin, type Person, type TimelineEvent } from '../index.ts'

/** An origin that tests share. */
export const ORIGIN: Origin = { source: 'slack-export', ref: 'C1/1', url: 'https://chat.example/C1/1', label: 'Slack message in #inc-42' }

/** A moment of the seed's day, `12:07:00`. */
export function moment(time: string, day = '2022-11-10'): Instant {
  return `${day}T${time}.000Z` as Instant
}

/** A key event that a person noted. */
export function keyEvent(id: string, at: Instant, text: string, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return { id, at, text, actor: null, thread: null, origin: ORIGIN, what: { kind: 'note' }, mark: { level: 'key', rule: null }, ...more }
}

/** A person by name. */
export function personNamed(id: string, name: string): Person {
  return { id, name, handle: null, email: null, zone: null, bot: false, accounts: [id] }
}

/** An incident in UTC with these facts. */
export function incidentOf(facts: Partial<Incident>): Incident {
  return { ...NO_FACTS, schemaVersion: 1, id: '2022-11-10-sample', zone: stated('UTC', ORIGIN), ...facts }
}

/** The two samples of the seed in one: its key information, and its timeline from 12:00:00 to 12:12:00. */
export const SEED_SAMPLE: Incident = incidentOf({
  title: stated('Logins fail', ORIGIN),
  type: stated('Platform', ORIGIN),
  severity: stated('Major', ORIGIN),
  services: ['Login', 'Cart', 'User Preferences'].map((name) => stated(name, ORIGIN)),
  people: [
    personNamed('slack:U1', 'Chris Evans'),
    personNamed('slack:U2', 'Steven Millhouse'),
    personNamed('slack:U3', 'Rebecca Song'),
    personNamed('slack:U4', 'Michael Scott'),
  ],
  roles: {
    lead: [stated('slack:U1', ORIGIN)],
    reporter: [stated('slack:U2', ORIGIN)],
    participants: [stated('slack:U3', ORIGIN)],
    observers: [stated('slack:U4', ORIGIN)],
  },
  links: [
    stated({ kind: 'channel', title: 'Slack channel', url: 'https://chat.example/C1' }, ORIGIN),
    stated({ kind: 'ticket', title: 'Jira issue', url: 'https://jira.example/OPS-7' }, ORIGIN),
  ],
  timestamps: {
    'impact-started': stated(moment('14:12:00'), ORIGIN),
    reported: stated(moment('14:12:00'), ORIGIN),
    identified: stated(moment('14:18:00'), ORIGIN),
    fixed: stated(moment('14:20:00'), ORIGIN),
    closed: stated(moment('14:30:00'), ORIGIN),
  },
})

/** The seed's timeline, whose times are another sample's. */
export const SEED_TIMELINE: Incident = incidentOf({
  events: [
    keyEvent('slack:1', moment('12:00:00'), 'Chris reported the incident'),
    keyEvent('slack:2', moment('12:07:00'), 'Incident lead assigned'),
    keyEvent('slack:3', moment('12:10:00'), 'Issue identified'),
    keyEvent('slack:4', moment('12:12:00'), 'Incident closed'),
  ],
})
