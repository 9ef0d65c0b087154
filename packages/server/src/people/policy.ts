import type { Principal, Scope } from './principal.ts'

/** What somebody may want to do. */
export type Verb = 'read' | 'comment' | 'edit' | 'publish' | 'create' | 'delete' | 'administer'

/** What they want to do it to. An incident that is private exists only for the people named on it, whatever their role. */
export type Thing =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'incident'; readonly private: boolean; readonly lead: string | null; readonly named: boolean }
  | { readonly kind: 'post-mortem'; readonly private: boolean; readonly lead: string | null; readonly author: string | null; readonly named: boolean }

/** The answer. `absent`: to this person the thing does not exist (404). `no`: it does, and they may not (403). */
export type Answer = 'yes' | 'no' | 'absent'

/** Whether a person may do a thing: the one table that every route, list, stream, job and export asks. */
export function may(person: Principal, verb: Verb, thing: Thing): Answer {
  if (thing.kind !== 'workspace' && thing.private && !thing.named && person.via !== 'system') return 'absent'
  if (!scopeAllows(person.scopes, verb)) return 'no'
  return RULES[verb](person, thing) ? 'yes' : 'no'
}

const writes = ({ role }: Principal): boolean => role === 'administrator' || role === 'member'
const leads = (person: Principal, thing: Thing): boolean => {
  if (person.memberId === null || thing.kind === 'workspace') return false
  return thing.lead === person.memberId || (thing.kind === 'post-mortem' && thing.author === person.memberId)
}

/** One row a verb. */
const RULES: Readonly<Record<Verb, (person: Principal, thing: Thing) => boolean>> = {
  read: () => true,
  comment: () => true,
  edit: (person, thing) => writes(person) || leads(person, thing),
  create: writes,
  publish: (person, thing) => person.role === 'administrator' || leads(person, thing) || (writes(person) && thing.kind === 'post-mortem'),
  delete: (person, thing) => person.role === 'administrator' || (writes(person) && leads(person, thing)),
  administer: ({ role }) => role === 'administrator',
}

const NEEDS: Readonly<Record<Verb, readonly Scope[]>> = {
  read: ['read', 'write', 'admin'],
  comment: ['write', 'admin'],
  edit: ['write', 'admin'],
  create: ['write', 'intake', 'admin'],
  publish: ['write', 'admin'],
  delete: ['write', 'admin'],
  administer: ['admin'],
}

const scopeAllows = (scopes: readonly Scope[], verb: Verb): boolean => NEEDS[verb].some((scope) => scopes.includes(scope))
