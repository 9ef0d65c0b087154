import { now } from '../now.ts'
import type { MemberRole } from '../people/principal.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import type { Instant } from '@blamefree/core'

/** Somebody who may sign in. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly zone: string | null
  readonly disabled: boolean
  readonly createdAt: Instant
}

const COLUMNS = ['id', 'name', 'email', 'role', 'zone', 'disabled_at', 'created_at'] as const

/** Every member, disabled ones too, by name. */
export async function listMembers({ sql }: Database): Promise<Member[]> {
  return (await sql.selectFrom('member').select(COLUMNS).orderBy('name').orderBy('id').execute()).map(memberOf)
}

export async function findMember({ sql }: Database, id: string): Promise<Member | null> {
  const row = await sql.selectFrom('member').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : memberOf(row)
}

/** The names of all members, by id. */
export async function memberNames(sql: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  return new Map((await sql.selectFrom('member').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
}

export async function countMembers({ sql }: Database): Promise<number> {
  const { count } = await sql
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Changes what is given. Refuses, with null, to leave the workspace without an administrator. */
export async function changeMember(
  tx: Transaction<Tables>,
  id: string,
  change: {
    readonly name?: string | undefined
    readonly role?: MemberRole | undefined
    readonly zone?: string | null | undefined
    readonly disabled?: boolean | undefined
  },
): Promise<{ readonly before: Member; readonly after: Member } | null> {
  const administrators = await tx.selectFrom('member').select('id').where('role', '=', 'administrator').where('disabled_at', 'is', null).forUpdate().execute()
  const before = await tx.selectFrom('member').select(COLUMNS).where('id', '=', id).executeTakeFirstOrThrow()
  const leaves = (change.role !== undefined && change.role !== 'administrator') || change.disabled === true
  if (leaves && administrators.length === 1 && administrators[0]?.id === id) return null
  if (Object.values(change).every((value) => value === undefined)) return { before: memberOf(before), after: memberOf(before) }
  const after = await tx
    .updateTable('member')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.zone === undefined ? {} : { zone: change.zone }),
      ...(change.disabled === undefined ? {} : { disabled_at: change.disabled ? now() : null }),
    })
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  if (change.disabled === true) await tx.deleteFrom('auth_session').where('userId', '=', id).execute()
  return { before: memberOf(before), after: memberOf(after) }
}

/** Whether there is anybody who has a way in. After an import there are members, and nobody has one yet. */
export async function canAnybodySignIn({ sql }: Database): Promise<boolean> {
  return (await sql.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Makes whoever was invited a member: a new one, or the one of this address who came with an import and has no way in yet, with the invitation's role. */
export async function admitMember(
  tx: Transaction<Tables>,
  member: { readonly name: string; readonly email: string; readonly role: MemberRole; readonly zone: string | null },
): Promise<Member> {
  const waiting = await tx
    .updateTable('member')
    .set({ role: member.role, name: member.name })
    .where((where) => where(where.fn<string>('lower', ['email']), '=', member.email.toLowerCase()))
    .where((where) => where.not(where.exists(where.selectFrom('auth_user').select('auth_user.id').whereRef('auth_user.id', '=', 'member.id'))))
    .returning(COLUMNS)
    .executeTakeFirst()
  return waiting === undefined ? await insertMember(tx, member) : memberOf(waiting)
}

export async function insertMember(
  tx: Transaction<Tables>,
  member: { readonly name: string; readonly email: string; readonly role: MemberRole; readonly zone: string | null },
): Promise<Member> {
  const row = await tx
    .insertInto('member')
    .values({ ...member, id: newId(), email: member.email.toLowerCase() })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return memberOf(row)
}

interface Row {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly zone: string | null
  readonly disabled_at: Instant | null
  readonly created_at: Instant
}

const memberOf = ({ id, name, email, role, zone, disabled_at, created_at }: Row): Member => ({
  id,
  name,
  email,
  role: role as MemberRole,
  zone,
  disabled: disabled_at !== null,
  createdAt: created_at,
})
