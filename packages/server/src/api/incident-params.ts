import { z } from 'zod'

/** The path's name for an incident. */
export const IncidentParams = z.object({ incident: z.string().max(400).describe('Its id or slug.') })
