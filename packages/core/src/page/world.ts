import type { Instant } from '../instant.ts'

/** A request to another system. */
export interface WorldRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `https:` or `http:`, without a password in it. */
  readonly url: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds for the whole of it; left out: 30 seconds. */
  readonly within?: number
  /** The largest answer in bytes; left out: 10 MiB. */
  readonly most?: number
}

/** What came back, whatever its status. Header names are in lower case. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The only door of an adapter to the outside: time, chance, waiting and the network. A test gives one of its own, a dry run one that records. */
export interface World {
  now(): Instant
  /** A new random UUID. */
  id(): string
  /** Waits for so many milliseconds. */
  pause(milliseconds: number): Promise<void>
  /** Throws `BlamefreeError` (`outbound/…`) when the address may not be reached, nothing answers in time, or the answer breaks off. Redirects are not followed. */
  send(request: WorldRequest): Promise<Reply>
  /** The addresses at which a host may be reached, for programs that open their own connection (git). Throws `outbound/private` when it may not be. */
  reach(url: string): Promise<readonly string[]>
}
