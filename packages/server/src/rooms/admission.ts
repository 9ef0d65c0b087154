import { SCHEMA_VERSION } from '@blamefree/editor'
import type { House } from '../house.ts'
import { may } from '../people/policy.ts'
import type { Principal } from '../people/principal.ts'
import { findThing } from '../store/things.ts'
import { Refused } from './refused.ts'

/** What somebody says at the door of a room. */
export interface Knock {
  /** The post-mortem's id, as the address names it. */
  readonly postMortem: string
  /** The schema that their editor has, from the address. */
  readonly schema: string | null
  /** The headers of the upgrade: the session's cookie, or an API key. A cookie counts only because the door lets no page of another site in. */
  readonly headers: Headers
  /** The token of the first message: an API key, or empty. */
  readonly token: string
}

/** Somebody in a room. */
export interface Visitor {
  readonly person: Principal
  readonly incident: string
  readonly postMortem: string
  /** May they only read (and comment)? */
  readonly readOnly: boolean
  /** What they said when they came, to look again whether it still holds. */
  readonly knock: Knock
}

type Asked = Pick<House, 'db' | 'authentication'>

/** Who comes in, and whether they may write. Throws `Refused`. Waits while the database is away: nobody is sent off because we cannot look. */
export async function admit(house: Asked, knock: Knock): Promise<Visitor> {
  const schema = Number(knock.schema)
  if (!Number.isInteger(schema) || schema < SCHEMA_VERSION) throw new Refused('schema-older')
  if (schema > SCHEMA_VERSION) throw new Refused('schema-newer')
  await present(house)
  return await look(house, knock)
}

/** Whether somebody who is in a room may still be there. Throws `Refused`, or whatever the database throws. */
export async function look({ db, authentication }: Asked, knock: Knock): Promise<Visitor> {
  const headers = knock.token.startsWith('bf_key_') ? new Headers({ authorization: `Bearer ${knock.token}` }) : knock.headers
  const person = await authentication.principal(headers)
  if (person === null) throw new Refused('signed-out', 4401)
  const found = await findThing(db, person, 'post-mortem', knock.postMortem)
  if (found === null || may(person, 'read', found.thing) !== 'yes') throw new Refused('absent', 4404)
  const { status } = await db.sql.selectFrom('post_mortem').select('status').where('id', '=', knock.postMortem).executeTakeFirstOrThrow()
  const readOnly = status === 'published' || may(person, 'edit', found.thing) !== 'yes'
  return { person, incident: found.incident, postMortem: found.postMortem, readOnly, knock }
}

/** How often to try, in milliseconds, and for how long, while the database is away. */
const AGAIN = { every: 250, atMost: 120_000 } as const

/** Resolves when the database answers. */
export async function present({ db }: Pick<House, 'db'>): Promise<void> {
  for (const began = Date.now(); ;) {
    try {
      await db.pool.query('select 1')
      return
    } catch (error) {
      if (Date.now() - began > AGAIN.atMost) throw error
      await new Promise((resume) => setTimeout(resume, AGAIN.every))
    }
  }
}
