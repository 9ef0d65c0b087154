import type { PageDestination, PlaceSetting, Settings } from '@blamefree/core'

/** What settings are called in every place, and what is entered for them: nothing of it is a real place. */
const SAMPLES: Readonly<Record<string, string>> = {
  url: 'https://places.example',
  site: 'https://places.example',
  repository: 'https://places.example/handbook.git',
  email: 'ana@places.example',
  parent: '11111111-2222-3333-4444-555555555555',
  collection: '11111111-2222-3333-4444-555555555555',
  channel: 'C0123456789',
  space: 'OPS',
  project: 'OPS',
  token: 'xoxb-0123456789-sample',
  clientId: 'client',
  clientSecret: 'sample',
  refreshToken: 'sample',
  tenant: '11111111-2222-3333-4444-555555555555',
  secret: `whsec_${'A'.repeat(32)}`,
}

/** What one of several ways to sign in asks for. */
const NEEDED: ReadonlySet<string> = new Set(['email', 'token', 'clientId', 'clientSecret', 'refreshToken'])

/** Settings with which a destination can render and say what it would send. */
export function sampleSettings({ connect }: Pick<PageDestination, 'connect'>): Settings {
  return Object.fromEntries(
    connect.settings.filter(({ key, optional }) => optional !== true || NEEDED.has(key)).map((setting) => [setting.key, sampleOf(setting)]),
  )
}

function sampleOf({ key, kind }: PlaceSetting): string | boolean {
  if (kind === 'switch') return false
  return SAMPLES[key] ?? (typeof kind === 'object' ? (kind[0] ?? '') : 'sample-0123456789abcdef')
}
