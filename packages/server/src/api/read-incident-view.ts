import type { z } from 'zod'
import type { House } from '../house.ts'
import { currentConfiguration } from '../store/configuration.ts'
import { loadCorrections } from '../store/corrections.ts'
import { readIncident } from '../store/incident-reader.ts'
import { incidentView, type IncidentView } from './incident-view.ts'
import { absent } from './refusal.ts'

/** An incident as it leaves the server. Throws 404 when it is gone. */
export async function readView({ db }: Pick<House, 'db'>, id: string): Promise<z.infer<typeof IncidentView>> {
  const [stored, corrections, configuration] = await Promise.all([readIncident(db, id), loadCorrections(db.sql, id), currentConfiguration(db.sql)])
  if (stored === null) throw absent('incident')
  return incidentView(stored, corrections, configuration)
}
