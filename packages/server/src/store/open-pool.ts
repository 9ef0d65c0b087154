import pg from 'pg'
import { surviveBrokenConnections } from './broken-connections.ts'

/** How long a new connection may take, in milliseconds. */
const CONNECT = 15_000
/** How long whoever wants a connection waits while all are busy, in milliseconds. In a rush everybody is served, one after the other; whoever waits costs nothing but time. */
const WAIT = 60_000

/** A pool of connections: a database that is away is noticed soon, and a busy one is waited for. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  class Client extends pg.Client {
    constructor(own: pg.ClientConfig = {}) {
      super({ ...own, connectionTimeoutMillis: CONNECT })
    }
  }
  return surviveBrokenConnections(new pg.Pool({ ...config, Client, idleTimeoutMillis: 60_000, connectionTimeoutMillis: WAIT }))
}
