import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Tables } from './tables.ts'

/** The lists that have views. */
export const LISTS = ['incidents', 'post-mortems', 'follow-ups', 'findings'] as const
export type List = (typeof LISTS)[number]

/** A name that a member has given to what the address of a list says. */
export interface SavedView {
  readonly id: string
  readonly list: List
  readonly name: string
  /** As the address has it after the `?`. */
  readonly query: string
}

const COLUMNS = ['id', 'list', 'name', 'query'] as const

/** A member's views, by name. */
export async function listSavedViews({ sql }: Database, member: string): Promise<SavedView[]> {
  const rows = await sql.selectFrom('saved_view').select(COLUMNS).where('member_id', '=', member).orderBy('list').orderBy('name').execute()
  return rows.map(viewOf)
}

/** Keeps a view; one of the same name is replaced. Null when the member has as many as there may be. */
export async function keepSavedView(
  tx: Transaction<Tables>,
  member: string,
  { list, name, query, most }: Pick<SavedView, 'list' | 'name' | 'query'> & { readonly most: number },
): Promise<SavedView | null> {
  const others = await tx
    .selectFrom('saved_view')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('member_id', '=', member)
    .where((where) => where.or([where('list', '<>', list), where('name', '<>', name)]))
    .executeTakeFirstOrThrow()
  if (others.count >= most) return null
  const row = await tx
    .insertInto('saved_view')
    .values({ id: newId(), member_id: member, list, name, query })
    .onConflict((conflict) => conflict.columns(['member_id', 'list', 'name']).doUpdateSet({ query }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return viewOf(row)
}

/** Takes away a view of a member's own; false when there is none such. */
export async function deleteSavedView(tx: Transaction<Tables>, member: string, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('saved_view').where('id', '=', id).where('member_id', '=', member).returning('id').executeTakeFirst()
  return gone !== undefined
}

const viewOf = ({ list, ...row }: Omit<SavedView, 'list'> & { readonly list: string }): SavedView => ({ ...row, list: list as List })
