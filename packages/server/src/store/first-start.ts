import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '../house.ts'
import type { Receipt } from '../intake/intake.ts'
import { gatherPayloads, type PayloadFile } from '../intake/payload.ts'
import { SYSTEM, type Principal } from '../people/principal.ts'

/** The example that comes along: the alerts, the ticket, the channel and the notes of one incident. */
const EXAMPLE = join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'poison-pill')

/** Takes the example incident in where there is no incident yet, and gives its id; null where there are any, or the example does not come along. Several processes make one. */
export async function loadExample({ db, intake }: Pick<House, 'db' | 'intake'>, folder: string = EXAMPLE): Promise<string | null> {
  const any = await db.sql.selectFrom('incident').select('id').limit(1).executeTakeFirst()
  if (any !== undefined) return null
  return (await openExample({ intake }, SYSTEM, folder))?.incident.id ?? null
}

/** Hands the example's records in for a person; null where it does not come along. */
export async function openExample({ intake }: Pick<House, 'intake'>, person: Principal, folder: string = EXAMPLE): Promise<Receipt | null> {
  const files = filesOf(folder)
  return files.length === 0 ? null : await intake.receive({ person, payloads: gatherPayloads(files) })
}

function filesOf(folder: string): PayloadFile[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((path) => ({ path: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readFileSync(path) }))
  } catch {
    return []
  }
}
