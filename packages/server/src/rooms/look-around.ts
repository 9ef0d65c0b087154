import type { House } from '../house.ts'
import { look } from './admission.ts'
import type { LiveTexts } from './live-texts.ts'
import { Refused } from './refused.ts'

/** Sends off whoever may not be in a room any more, and makes those come in again who may do more or less there than before. `incident` null: in every room. */
export async function lookAround(house: Pick<House, 'db' | 'authentication' | 'log'>, { hocuspocus }: LiveTexts, incident: string | null): Promise<void> {
  for (const text of hocuspocus.documents.values()) {
    for (const connection of text.getConnections()) {
      const visitor = connection.context
      if (incident !== null && visitor.incident !== incident) continue
      try {
        const now = await look(house, visitor.knock)
        if (now.readOnly === connection.readOnly) continue
        // Until it is gone it may do the less of both.
        connection.readOnly = true
        connection.webSocket.close(4403, 'rights-changed')
      } catch (error) {
        // A session cannot be looked up while the database is away, which is no reason to send somebody off.
        if (!(error instanceof Refused) || !(await answers(house.db))) return
        connection.readOnly = true
        connection.webSocket.close(error.code, error.reason)
      }
    }
  }
}

const answers = ({ pool }: House['db']): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )
