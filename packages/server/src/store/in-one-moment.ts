import pg from 'pg'

/** How values are written as text, whatever the server is set to. */
export const PORTABLE: readonly string[] = [
  `set timezone = 'UTC'`,
  `set datestyle = 'ISO, YMD'`,
  `set intervalstyle = 'iso_8601'`,
  `set bytea_output = 'hex'`,
  `set client_encoding = 'UTF8'`,
  'set search_path = public',
]

/** Reads the whole database as it is in one moment, while others go on writing, over a connection of its own that no time limit ends. Throws what `noRoom` makes of a full disk. */
export async function inOneMoment<Value>(
  owner: pg.ClientConfig,
  noRoom: (cause: unknown) => Error,
  read: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ ...owner, options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const setting of PORTABLE) await client.query(setting)
    await client.query('begin isolation level repeatable read read only')
    const value = await read(client)
    await client.query('commit')
    return value
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? noRoom(error) : error
  } finally {
    await client.end().catch(() => undefined)
  }
}
