import { strToU8, zipSync, type Zippable } from 'fflate'

/** The parts of a package by their names, as text or as bytes. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/**
 * A package of these parts, in this order: the same parts are the same bytes, whatever the machine's clock and time zone. The zip format keeps local
 * time and the zip library reads a date's local fields, so the date is one whose local fields are always the same.
 */
export function zipParts(parts: Parts): Uint8Array {
  const mtime = new Date(2000, 0, 1, 12, 0, 0)
  const files: Zippable = {}
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    files[name] = [bytes, { mtime, os: 0, attrs: 0, level: /\.(?:png|jpe?g|gif)$/i.test(name) ? 0 : 5 }]
  }
  return zipSync(files)
}
