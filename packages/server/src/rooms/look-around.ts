import type { Connection } from '@hocuspocus/server'
import type { House } from '../house.ts'
import type { OutboxEvent } from '../store/outbox.ts'
import { look, type Visitor } from './admission.ts'
import type { LiveTexts } from './live-texts.ts'
import { Refused } from './refused.ts'

/** Whose rights may have changed: everybody's who is in a room of an incident, or a member's in whatever room. */
export type Concerned = { readonly incident: string } | { readonly member: string } | 'everybody'

/** Whom events concern, as far as the rights in rooms go; each once. */
export function concerned(events: readonly OutboxEvent[]): Concerned[] {
  const found = new Map<string, Concerned>()
  for (const { kind, incident, member, data } of events) {
    // An announcement that says `what` is about a text, and has changed no rights.
    if (incident !== null && data['what'] === undefined && /^(?:incident|post-mortem|access)\./.test(kind)) found.set(incident, { incident })
    const whom = member ?? data['member']
    if (typeof whom === 'string' && /^(?:member|api-key|session)\./.test(kind)) found.set(whom, { member: whom })
  }
  return [...found.values()]
}

type Asked = Pick<House, 'db' | 'authentication'>

/** Sends off whoever may not be in a room any more, and makes those come in again who may do more or less there than before. */
export async function lookAround(house: Asked, { hocuspocus }: Pick<LiveTexts, 'hocuspocus'>, whom: Concerned): Promise<void> {
  for (const text of hocuspocus.documents.values())
    for (const connection of text.getConnections()) if (isConcerned(connection.context, whom) && (await lookAgain(house, connection)) === 'away') return
}

/** Looks whether somebody in a room may still do there what they could when they came in. `away`: the database does not answer, which is no reason to send anybody off. */
export async function lookAgain(house: Asked, connection: Connection<Visitor>): Promise<'looked' | 'away'> {
  try {
    const now = await look(house, connection.context.knock)
    if (now.readOnly !== connection.readOnly) sendOff(connection, 4403, 'rights-changed')
    return 'looked'
  } catch (error) {
    if (!(error instanceof Refused) || !(await answers(house.db))) return 'away'
    sendOff(connection, error.code, error.reason)
    return 'looked'
  }
}

function sendOff(connection: Connection<Visitor>, code: number, reason: string): void {
  // Until it is gone it may do the less of both.
  connection.readOnly = true
  connection.webSocket.close(code, reason)
}

function isConcerned({ incident, person }: Visitor, whom: Concerned): boolean {
  return whom === 'everybody' || ('incident' in whom ? whom.incident === incident : whom.member === person.memberId)
}

const answers = ({ pool }: House['db']): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )
