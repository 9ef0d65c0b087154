/**
 * Somebody (or something, when `bot`) who took part. In a `Reading` the id is `<source>:<ref>`; in an `Incident` one person
 * known from several systems has the id of the first and lists all of them in `accounts`.
 */
export interface Person {
  readonly id: string
  /** The name to show: never empty, and never an e-mail address where a better one is known. */
  readonly name: string
  /** Without `@`. */
  readonly handle: string | null
  readonly email: string | null
  /** An IANA time zone, `Europe/London`. */
  readonly zone: string | null
  readonly bot: boolean
  /** Every `<source>:<ref>` that is this person. */
  readonly accounts: readonly string[]
}
