import { BlamefreeError, readPlaceSettings, type PageDestination, type Settings } from '@blamefree/core'
import { textOf } from '../text-of.ts'

/** What was entered for a place: a file, and over it environment variables, which are better for secrets. Throws for a name that the place does not have. */
export function placeSettings(
  destination: PageDestination,
  { file, environment }: { readonly file?: string | undefined; readonly environment: Readonly<Record<string, string | undefined>> },
): Settings {
  const { settings } = destination.connect
  const given: Record<string, string | boolean> = { ...(file === undefined ? {} : readPlaceSettings(textOf(file), file)) }
  const unknown = Object.keys(given).find((key) => !settings.some((setting) => setting.key === key))
  if (unknown !== undefined)
    throw new BlamefreeError(
      'cli/setting',
      `Cannot use the setting "${unknown}" in ${file ?? ''}: ${destination.title} has no such setting.`,
      `It has ${settings.map(({ key }) => key).join(', ')}.`,
    )
  for (const { key, kind } of settings) {
    const said = environment[variableOf(destination.id, key)]
    if (said !== undefined && said !== '') given[key] = kind === 'switch' ? /^(?:1|true|yes|on)$/i.test(said) : said
  }
  return given
}

/** The environment variable of a setting: `BLAMEFREE_CONFLUENCE_SPACE_KEY`. */
export function variableOf(destination: string, key: string): string {
  return `BLAMEFREE_${destination}_${key.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')}`.replaceAll('-', '_').toUpperCase()
}

/** A text without the secrets that were entered. */
export function withoutSecrets({ connect }: PageDestination, settings: Settings): (text: string) => string {
  const secrets = connect.settings.flatMap(({ key, secret }) => {
    const value = settings[key]
    return secret === true && typeof value === 'string' && value.length > 3 ? [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)] : []
  })
  return (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, '…'), text)
}
