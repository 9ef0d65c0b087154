import type { Document } from '@blamefree/core'
import type { Transaction } from 'kysely'
import { findingsIn } from '../documents/findings-in.ts'
import type { Tables } from './tables.ts'

/** Writes down what a post-mortem's sections say of contributors, mitigators, learnings and risks, so that it can be found across incidents. The document stays the truth. */
export async function indexFindings(
  tx: Transaction<Tables>,
  of: { readonly incident: string; readonly postMortem: string },
  document: Document,
): Promise<void> {
  await tx.deleteFrom('finding').where('incident_id', '=', of.incident).where('post_mortem_id', '=', of.postMortem).execute()
  const findings = findingsIn(document)
  if (findings.length === 0) return
  await tx
    .insertInto('finding')
    .values(findings.map((finding, position) => ({ incident_id: of.incident, post_mortem_id: of.postMortem, position, ...finding })))
    .execute()
}
