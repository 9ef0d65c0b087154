/** A kind of event: the thing, and what happened to it. */
export interface EventKind {
  readonly kind: string
  /** What it says, for those who listen. */
  readonly sentence: string
  /** Who hears of it: whoever may see the incident, every member, the member whom it is about, or administrators. Webhooks are told of the first two. */
  readonly heardBy: 'incident' | 'members' | 'member' | 'administrators'
}

const kinds = (heardBy: EventKind['heardBy'], rows: Readonly<Record<string, string>>): EventKind[] =>
  Object.entries(rows).map(([kind, sentence]) => ({ kind, sentence, heardBy }))

/** Every kind, by whom it is heard. `docs/events.md` lists them; a test holds it against this. */
export const EVENT_KINDS: readonly EventKind[] = [
  ...kinds('incident', {
    'incident.created': 'There is a new incident.',
    'incident.changed': 'Facts, people, links or records of an incident changed.',
    'incident.access-changed': 'Who may see an incident changed. Heard by those who may see it now.',
    'incident.deleted': 'An incident was deleted.',
    'timeline.changed': 'An event was added to a timeline, changed, marked or removed.',
    'follow-up.changed': 'A follow-up was added, changed, settled or removed.',
    'post-mortem.created': 'There is a new post-mortem.',
    'post-mortem.changed': 'A post-mortem’s text, title or status changed.',
    'post-mortem.review-requested': 'Somebody was asked to review a post-mortem.',
    'post-mortem.reviewed': 'A reviewer has answered.',
    'post-mortem.published': 'A post-mortem was published.',
    'post-mortem.reopened': 'A published post-mortem is a draft again.',
    'post-mortem.commented': 'Somebody commented on a post-mortem, or settled a comment.',
    'post-mortem.deleted': 'A post-mortem was deleted.',
    'page.published': 'A post-mortem was published to a place of another system, or its page there brought up to date.',
    'page.changed': 'How a page elsewhere stands changed: it waits, failed, was changed there, is gone or was forgotten.',
  }),
  ...kinds('members', {
    'configuration.changed': 'What the team sets was changed.',
    'member.changed': 'A member’s name, role or zone changed, or they were disabled. Not for webhooks.',
  }),
  ...kinds('member', {
    'post-mortem.mentioned': 'Somebody mentions you in a comment.',
    'job.changed': 'A job that you asked for runs, is done, failed or waits to be tried again.',
    'api-key.created': 'You have a new API key.',
    'api-key.revoked': 'An API key of yours was revoked.',
    'session.closed': 'You were signed out in some browser: what was open there has ended.',
  }),
  ...kinds('administrators', {
    'archive.changed': 'Where the archive of everything is kept was set, or how that stands changed.',
    'connection.created': 'There is a new place to publish to.',
    'connection.changed': 'A place to publish to was changed or checked.',
    'connection.deleted': 'A place to publish to was removed.',
    'inbound-address.created': 'There is a new address for another system.',
    'inbound-address.revoked': 'An address was taken away.',
    'webhook.created': 'There is a new webhook.',
    'webhook.changed': 'A webhook was changed.',
    'webhook.deleted': 'A webhook was removed.',
  }),
]

/** What is announced when a change to an incident is written down in the audit log: `timeline.add` there is `timeline.changed` for those who listen. */
export function announcedAs(action: string): string {
  const [thing = '', verb] = action.split('.')
  if (thing === 'incident') return { delete: 'incident.deleted', access: 'incident.access-changed' }[verb ?? ''] ?? 'incident.changed'
  return thing === 'timeline' || thing === 'follow-up' ? `${thing}.changed` : 'incident.changed'
}
