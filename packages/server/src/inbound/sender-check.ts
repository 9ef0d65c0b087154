import { createHmac } from 'node:crypto'
import { sameSecret } from '../secrets.ts'

/** A delivery as it came: the check is over the bytes, before anything reads them. */
export interface RawDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Uint8Array
}

/** How a system proves that a delivery is its own. */
export interface SenderCheck {
  /** Whether it always signs, so that an address without a secret takes nothing. */
  readonly always: boolean
  /** Who makes the secret: we, to be entered over there, or the other system, to be entered here. */
  readonly madeBy: 'us' | 'them'
  isGenuine(secret: string, delivery: RawDelivery): boolean
}

const hmac = (secret: string, bytes: Uint8Array): string => createHmac('sha256', secret).update(bytes).digest('hex')
const header = ({ headers }: RawDelivery, name: string): string => {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

/** `Authorization: Bearer <secret>`, or Basic with the secret as its password. */
function isAuthorized(secret: string, delivery: RawDelivery): boolean {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(header(delivery, 'authorization')) ?? []
  if (scheme.toLowerCase() === 'bearer') return sameSecret(value, secret)
  const decoded = Buffer.from(value, 'base64').toString('utf8')
  return scheme !== '' && sameSecret(decoded.slice(decoded.indexOf(':') + 1), secret)
}

const PLAIN: SenderCheck = { always: false, madeBy: 'us', isGenuine: isAuthorized }

/** By source. Those that are not named send a password, or nothing but the address itself, which nobody can guess. */
const CHECKS: Readonly<Record<string, SenderCheck>> = {
  /** docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
  github: {
    always: true,
    madeBy: 'us',
    isGenuine: (secret, delivery) => sameSecret(header(delivery, 'x-hub-signature-256'), `sha256=${hmac(secret, delivery.bytes)}`),
  },
  /** developer.atlassian.com/cloud/jira/platform/webhooks: only webhooks with a secret are signed. */
  jira: {
    always: false,
    madeBy: 'us',
    isGenuine: (secret, delivery) => sameSecret(header(delivery, 'x-hub-signature'), `sha256=${hmac(secret, delivery.bytes)}`),
  },
  /** developer.pagerduty.com/docs/verifying-webhook-signatures: one for each secret while it is being changed; any may match. */
  pagerduty: {
    always: true,
    madeBy: 'them',
    isGenuine(secret, delivery) {
      const expected = `v1=${hmac(secret, delivery.bytes)}`
      return header(delivery, 'x-pagerduty-signature')
        .split(',')
        .slice(0, 10)
        .map((one) => sameSecret(one.trim(), expected))
        .includes(true)
    },
  },
  /** grafana.com/docs/grafana/latest/alerting: HTTP authorization, or HMAC over the body. */
  grafana: {
    always: false,
    madeBy: 'us',
    isGenuine(secret, delivery) {
      const signature = header(delivery, 'x-grafana-alerting-signature')
      return signature === '' ? isAuthorized(secret, delivery) : sameSecret(signature, hmac(secret, delivery.bytes))
    },
  },
}

/** How deliveries of a source are checked. */
export function senderCheck(source: string): SenderCheck {
  return Object.hasOwn(CHECKS, source) ? (CHECKS[source] ?? PLAIN) : PLAIN
}
