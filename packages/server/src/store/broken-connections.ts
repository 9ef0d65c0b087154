import type pg from 'pg'

/**
 * A connection that breaks fails the query that runs on it, and the next query gets another one. It must not end the process: without a listener an error event
 * would, on the pool while the connection is idle, and on the connection itself while somebody holds it between two queries of a transaction.
 */
export function surviveBrokenConnections(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
