import type { Migration } from '../migrate.ts'
import { HOUSE } from './0001-house.ts'
import { SIGN_IN } from './0002-sign-in.ts'
import { INCIDENT_KEY } from './0003-incident-key.ts'
import { EVENTS } from './0020-events.ts'
import { IDEMPOTENCY } from './0021-idempotency.ts'
import { JOBS } from './0022-jobs.ts'
import { WEBHOOKS } from './0023-webhooks.ts'
import { INBOUND } from './0024-inbound.ts'
import { EVENT_MAKER } from './0030-event-maker.ts'
import { HIDDEN_INCIDENTS } from './0031-hidden-incidents.ts'
import { DOCUMENTS } from './0040-documents.ts'
import { ROOMS } from './0050-rooms.ts'
import { SAVED_VIEWS } from './0060-saved-views.ts'
import { REMARKS } from './0061-remarks.ts'
import { VERSION_AUTHORS } from './0062-version-authors.ts'
import { ARRIVING_PAYLOADS } from './0065-arriving-payloads.ts'
import { PASSWORD_RESETS } from './0066-password-resets.ts'
import { SECTIONS_TO_WRITE } from './0067-sections-to-write.ts'
import { INCIDENT_LABELS } from './0068-incident-labels.ts'
import { PAGES } from './0070-pages.ts'
import { ARCHIVE } from './0080-archive.ts'
import { QUICK_COMPRESSION } from './0081-quick-compression.ts'

/** Every step, oldest first. A new step is a new file and a line here. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-house', sql: HOUSE },
  { name: '0002-sign-in', sql: SIGN_IN },
  { name: '0003-incident-key', sql: INCIDENT_KEY },
  { name: '0020-events', sql: EVENTS },
  { name: '0021-idempotency', sql: IDEMPOTENCY },
  { name: '0022-jobs', sql: JOBS },
  { name: '0023-webhooks', sql: WEBHOOKS },
  { name: '0024-inbound', sql: INBOUND },
  { name: '0030-event-maker', sql: EVENT_MAKER },
  { name: '0031-hidden-incidents', sql: HIDDEN_INCIDENTS },
  { name: '0040-documents', sql: DOCUMENTS },
  { name: '0050-rooms', sql: ROOMS },
  { name: '0060-saved-views', sql: SAVED_VIEWS },
  { name: '0061-remarks', sql: REMARKS },
  { name: '0062-version-authors', sql: VERSION_AUTHORS },
  { name: '0065-arriving-payloads', sql: ARRIVING_PAYLOADS },
  { name: '0066-password-resets', sql: PASSWORD_RESETS },
  { name: '0067-sections-to-write', sql: SECTIONS_TO_WRITE },
  { name: '0068-incident-labels', sql: INCIDENT_LABELS },
  { name: '0070-pages', sql: PAGES },
  { name: '0080-archive', sql: ARCHIVE },
  { name: '0081-quick-compression', sql: QUICK_COMPRESSION },
]
