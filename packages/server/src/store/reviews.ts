import type { Instant } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What a reviewer was asked and has said. */
export interface Review {
  readonly member: { readonly id: string; readonly name: string }
  readonly state: 'requested' | 'approved' | 'changes-requested'
  /** What whoever asked them wrote; once they have answered, what they wrote. */
  readonly note: string | null
  readonly requestedBy: string | null
  readonly requestedAt: Instant
  readonly answeredAt: Instant | null
  /** The post-mortem was changed after they had looked at it. */
  readonly changedSince: boolean
}

/** The reviewers of a post-mortem, by name. */
export async function reviewsOf(from: Kysely<Tables> | Transaction<Tables>, postMortem: string): Promise<Review[]> {
  const rows = await from
    .selectFrom('review')
    .innerJoin('member', 'member.id', 'review.member_id')
    .innerJoin('post_mortem', 'post_mortem.id', 'review.post_mortem_id')
    .select(['member.id', 'member.name', 'state', 'note', 'requested_by', 'requested_at', 'answered_at', 'review.revision', 'post_mortem.revision as now'])
    .where('post_mortem_id', '=', postMortem)
    .orderBy('member.name')
    .orderBy('member.id')
    .execute()
  return rows.map(({ id, name, state, note, requested_by, requested_at, answered_at, revision, now }) => ({
    member: { id, name },
    state: state as Review['state'],
    note,
    requestedBy: requested_by,
    requestedAt: requested_at,
    answeredAt: answered_at,
    changedSince: revision !== null && revision < now,
  }))
}

/** Of these members, those who may sign in and may see the incident. Whoever is not among them cannot be asked, mentioned or written to. */
export async function membersWhoSee(
  from: Kysely<Tables> | Transaction<Tables>,
  incident: string,
  members: readonly string[],
): Promise<{ id: string; name: string; email: string }[]> {
  if (members.length === 0) return []
  return await from
    .selectFrom('member')
    .select(['id', 'name', 'email'])
    .where('id', 'in', members)
    .where('disabled_at', 'is', null)
    .where((where) =>
      where.or([
        where.not(where.exists(where.selectFrom('incident').select('incident.id').where('incident.id', '=', incident).where('private', '=', true))),
        where.exists(where.selectFrom('incident_access').select('member_id').where('incident_id', '=', incident).whereRef('member_id', '=', 'member.id')),
      ]),
    )
    .execute()
}

/** Asks members for their review: anew, where they had answered. */
export async function requestReviews(
  tx: Transaction<Tables>,
  { postMortem, by, note }: { readonly postMortem: string; readonly by: string | null; readonly note: string | null },
  members: readonly string[],
): Promise<void> {
  if (members.length === 0) return
  await tx
    .insertInto('review')
    .values(members.map((member) => ({ post_mortem_id: postMortem, member_id: member, state: 'requested', note, requested_by: by })))
    .onConflict((conflict) =>
      conflict
        .columns(['post_mortem_id', 'member_id'])
        .doUpdateSet({ state: 'requested', note, requested_by: by, requested_at: sql<string>`now()`, answered_at: null, revision: null }),
    )
    .execute()
}

/** Writes a reviewer's answer down; false when nobody asked them. */
export async function answerReview(
  tx: Transaction<Tables>,
  of: { readonly postMortem: string; readonly member: string },
  answer: { readonly state: 'approved' | 'changes-requested'; readonly note: string | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('review')
    .set({
      ...answer,
      answered_at: sql<string>`now()`,
      revision: (query) => query.selectFrom('post_mortem').select('revision').where('id', '=', of.postMortem),
    })
    .where('post_mortem_id', '=', of.postMortem)
    .where('member_id', '=', of.member)
    .returning('member_id')
    .execute()
  return done.length > 0
}

/** Forgets who was asked: the next review begins anew. What was said stays in the log. */
export async function forgetReviews(tx: Transaction<Tables>, postMortem: string): Promise<void> {
  await tx.deleteFrom('review').where('post_mortem_id', '=', postMortem).execute()
}
