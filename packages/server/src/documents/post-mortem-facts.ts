import type { Configuration, Document, Incident, Template } from '@blamefree/core'
import type { Nodes } from 'mdast'
import type { Database } from '../store/database.ts'
import { loadIncident } from '../store/incident-reader.ts'
import type { StoredPostMortem } from '../store/post-mortems.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { liveDocument } from './live-document.ts'
import { NO_TEMPLATE, parsedTemplate } from './parsed-template.ts'

/** What a post-mortem is filled from: its template, the facts of now, and what the team has set. */
export interface PostMortemFacts {
  readonly template: Template
  readonly incident: Incident
  readonly revision: number
  readonly configuration: Configuration
}

/** Reads it all. Throws when the incident is gone, which the policy has looked at before. */
export async function factsFor(db: Database, { incident, template }: Pick<StoredPostMortem, 'incident' | 'template'>): Promise<PostMortemFacts> {
  const [facts, configuration, parsed] = await Promise.all([
    loadIncident(db, incident.id),
    currentConfiguration(db.sql),
    template === null ? Promise.resolve(NO_TEMPLATE) : parsedTemplate(db, template),
  ])
  if (facts === null) throw new Error('the incident of a post-mortem is not there')
  return { template: parsed, incident: facts.incident, revision: facts.revision, configuration }
}

/** Whether blocks may show what is not so any more although the incident's revision is the same: one that was never filled, and follow-ups, whose changes are counted by themselves. */
function mayBeOld(node: Nodes): boolean {
  if (node.type === 'containerDirective' && (node.name === 'follow-ups' || (node.children.length === 0 && node.name !== 'callout'))) return true
  return 'children' in node && node.type !== 'paragraph' && node.type !== 'table' && node.children.some(mayBeOld)
}

/** Whether the text shows itself as it is stored: it is published, or has nothing that newer facts could change. */
export function isShownAsStored({ status, document, factsRevision, incidentRevision }: StoredPostMortem): boolean {
  return status === 'published' || (factsRevision === incidentRevision && !mayBeOld(document.tree))
}

/** The text as it shows itself now: until it is published, its live blocks have the facts of now. */
export async function shownDocument(db: Database, postMortem: StoredPostMortem): Promise<Document> {
  const { document } = postMortem
  if (isShownAsStored(postMortem)) return document
  const { template, incident, configuration } = await factsFor(db, postMortem)
  return liveDocument(document, template, incident, configuration)
}
