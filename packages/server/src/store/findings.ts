import type { Finding } from '@blamefree/core'
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Writes down what a post-mortem's sections say of contributors, mitigators, learnings and risks, in place of what they said before. */
export async function indexFindings(
  tx: Transaction<Tables>,
  of: { readonly incident: string; readonly postMortem: string },
  findings: readonly Finding[],
): Promise<void> {
  await tx.deleteFrom('finding').where('incident_id', '=', of.incident).where('post_mortem_id', '=', of.postMortem).execute()
  if (findings.length === 0) return
  await findingsInserted(of, findings).execute(tx)
}

/** The statement that writes findings down. */
export function findingsInserted(of: { readonly incident: string; readonly postMortem: string }, findings: readonly Finding[]): RawBuilder<unknown> {
  return sql`insert into finding (incident_id, post_mortem_id, position, kind, category, text)
    select ${of.incident}::uuid, ${of.postMortem}::uuid, position - 1, kind, category, text from unnest(
      ${findings.map(({ kind }) => kind)}::text[], ${findings.map(({ category }) => category)}::text[], ${findings.map(({ text }) => text)}::text[]
    ) with ordinality as f (kind, category, text, position)`
}
