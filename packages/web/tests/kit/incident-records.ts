import { strToU8, zipSync } from 'fflate'

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))
const message = (user: string, text: string, ts: number): object => ({ type: 'message', user, text, ts: `${ts}.000100` })

/** A small Slack export of two channels, of which one is an incident's. */
export function slackExport(): Buffer {
  const start = 1_772_614_800
  return Buffer.from(
    zipSync({
      'users.json': json([
        { id: 'U1', name: 'ada', real_name: 'Ada Lovelace' },
        { id: 'U2', name: 'ben', real_name: 'Ben Stone' },
      ]),
      'channels.json': json([
        { id: 'C1', name: 'inc-42-checkout' },
        { id: 'C2', name: 'general' },
      ]),
      'inc-42-checkout/2026-03-04.json': json([
        message('U1', 'Checkout is down, customers see 503', start),
        message('U1', 'I take the lead. Looking at payments', start + 60),
        message('U2', 'found it: the deploy of payments 2.3 broke the connection pool', start + 300),
        message('U2', 'rolled back payments to 2.2', start + 600),
        message('U1', 'confirmed, checkout works again. Closing the incident.', start + 1000),
      ]),
      'general/2026-03-04.json': json([message('U2', 'lunch?', start + 100)]),
    }),
  )
}

/** A conversation as somebody copies it, with times and no day. */
export const TRANSCRIPT = `[14:02] Maria: Login answers 500 for everybody, looking
[14:06] Chen: found it: the certificate of the identity provider expired
[14:15] Chen: renewed the certificate and restarted login
[14:20] Maria: confirmed, login works again. Closing.`
