/** What a member may do in general. */
export type MemberRole = 'administrator' | 'member' | 'viewer'

/** What an API key may be limited to. `admin` includes everything that its member may. */
export const SCOPES = ['read', 'write', 'intake', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/**
 * Who asks. `session`: somebody in a browser. `api-key`: a program, with the rights of the member who made the key, narrowed by its scopes. `inbound`: another system at the
 * address that it was given, which may only hand in records. `system`: ourselves, in a job.
 */
export interface Principal {
  readonly via: 'session' | 'api-key' | 'inbound' | 'system'
  /** The member's id; null for `inbound` and `system`. */
  readonly memberId: string | null
  readonly name: string
  readonly role: MemberRole
  readonly scopes: readonly Scope[]
}

/** Takes a cookie to hand to the browser that asks, as a value of `Set-Cookie`. */
export type Renew = (cookie: string) => void

/** Ourselves. */
export const SYSTEM: Principal = { via: 'system', memberId: null, name: 'Blamefree', role: 'administrator', scopes: ['admin'] }

/** A member as the log names them while they are still at the door: they may do nothing yet. */
export function atTheDoor({ id, name }: { readonly id: string; readonly name: string }): Principal {
  return { via: 'session', memberId: id, name, role: 'viewer', scopes: [] }
}
