import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FAMILIES = [
  { package: '@expo-google-fonts/ibm-plex-sans', file: 'IBMPlexSans', cuts: ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'] },
  { package: '@expo-google-fonts/ibm-plex-mono', file: 'IBMPlexMono', cuts: ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'] },
] as const

/** The font files that come with us, as full paths: Latin, Greek and Cyrillic letters for text and code. Other scripts come from the system's fonts. */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url)
  return FAMILIES.flatMap((family) => {
    const folder = dirname(require.resolve(`${family.package}/package.json`))
    return family.cuts.map((cut) => join(folder, cut, `${family.file}_${cut}.ttf`))
  })
}
