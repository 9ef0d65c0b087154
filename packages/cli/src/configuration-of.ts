import { readConfiguration, type Configuration, type Problem } from '@blamefree/core'
import { textOf } from './text-of.ts'

/** The configuration file's settings over the defaults, with `--timezone` over both. */
export function configurationOf(flags: { readonly config?: string; readonly timezone?: string }): {
  configuration: Configuration
  problems: readonly Problem[]
} {
  const { configuration, problems } = flags.config === undefined ? readConfiguration('', 'defaults') : readConfiguration(textOf(flags.config), flags.config)
  return { configuration: flags.timezone === undefined ? configuration : { ...configuration, zone: flags.timezone }, problems }
}
