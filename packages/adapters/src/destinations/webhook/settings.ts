import { BlamefreeError } from '@blamefree/core'
import type { ConnectGuide, Settings } from '@blamefree/core'

/** Where messages go, and what signs them. */
export interface WebhookConfig {
  readonly url: string
  readonly secret: string
}

/** What to make over there, and what to enter here. */
export const CONNECT: ConnectGuide = {
  becomes: 'A signed message to an address',
  steps: [
    'Make an address in your system that takes a `POST` of JSON and answers 2xx, at best within a few seconds.',
    'Let it check the signature as [Standard Webhooks](https://www.standardwebhooks.com/) says, with a secret that both sides know: `whsec_` and at least 24 bytes in base64.',
    'Let it keep one page for each `data.id`: the same id again is the same post-mortem, newer.',
  ],
  settings: [
    { key: 'url', label: 'Address', help: 'Where messages go: `https://hooks.example.com/post-mortems`.' },
    { key: 'secret', label: 'Secret', help: '`whsec_` and at least 24 bytes in base64; `openssl rand -base64 32` makes some.', secret: true },
  ],
}

/** Settings as entered → the configuration. */
export function configure(settings: Settings): WebhookConfig {
  const text = (key: string): string => String(settings[key] ?? '').trim()
  const [url, secret] = [text('url'), text('secret')]
  if (!/^https?:\/\/[^/?#\s@]+(?:[/?][^\s#]*)?$/i.test(url)) throw wrong('"Address" is not one', 'Enter it like https://hooks.example.com/post-mortems.')
  const bytes = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1]
  if (bytes === undefined || Buffer.from(bytes, 'base64').byteLength < 24)
    throw wrong('"Secret" is not `whsec_` and at least 24 bytes in base64', 'Make one with `openssl rand -base64 32`, and put `whsec_` before it.')
  return { url, secret }
}

const wrong = (what: string, hint: string): BlamefreeError => new BlamefreeError('webhook/settings', `Cannot connect the webhook: ${what}.`, hint)
