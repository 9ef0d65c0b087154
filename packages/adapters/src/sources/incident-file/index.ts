import type { Source } from '@blamefree/core'
import { recognise } from './file-text.ts'
import { read } from './read.ts'

/** Our own format, which people write by hand: YAML or JSON with everything about an incident. `schema.json` is its published schema. */
export const incidentFile: Source = { id: 'incident-file', title: 'Incident file', recognise, read }
