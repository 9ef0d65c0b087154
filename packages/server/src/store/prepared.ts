import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { createHash } from 'node:crypto'

/** How many texts have a name at most: each costs memory in every connection of the database. */
const MOST_NAMED = 300
/** How many texts that came once are remembered. */
const MOST_SEEN = 500
const LONGEST = 12_000

/**
 * A pool whose statements are parsed and planned once for each connection: a text with parameters that comes a second time is prepared under a name. Texts whose
 * number has no end (lists of any length written out) stay unnamed after the first few hundred.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      // One for each connection, because the query builder knows a connection again by it.
      const known = clients.get(client) ?? preparingClient(client, nameOf)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function preparingClient(client: pg.PoolClient, nameOf: (text: string) => string | null): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]): unknown => {
    const name = values.length === 0 ? null : nameOf(text)
    return client.query({ text, values: [...values], ...(name === null ? {} : { name }) })
  }
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

/** The name of a statement; null for one that comes for the first time, or is one too many. */
export function statementNames(): (text: string) => string | null {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (text.length > LONGEST || names.size >= MOST_NAMED) return null
    if (seen.delete(text)) {
      const name = `s${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
      names.set(text, name)
      return name
    }
    seen.add(text)
    if (seen.size > MOST_SEEN) seen.delete([...seen][0] ?? '')
    return null
  }
}
