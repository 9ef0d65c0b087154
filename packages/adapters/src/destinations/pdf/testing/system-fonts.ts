import { debianProgram } from '../../../../../../tools/debian-program.ts'

/** Scripts that our own fonts do not have, with where a font for them may lie and Debian's smallest package of one. */
const SCRIPTS = [
  {
    name: 'emoji',
    places: ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf', '/System/Library/Fonts/Apple Color Emoji.ttc'],
    fonts: 'fonts-noto-color-emoji',
  },
  {
    name: 'Chinese and Japanese',
    places: [
      '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
      '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
      '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
    ],
    fonts: 'fonts-droid-fallback',
  },
  {
    name: 'Arabic',
    places: [
      '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
      '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf',
      '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
    ],
    fonts: 'fonts-dejavu-core',
  },
]

/** Why a test that reads words of every script is skipped: there are no fonts for them, and they cannot be installed; false where they are there. */
export function missingFonts(): string | false {
  const missing = SCRIPTS.filter(({ places, fonts }) => debianProgram(places, [fonts]) === null)
  return missing.length === 0 ? false : missing.map(({ name, fonts }) => `no font for ${name} is installed (Debian: ${fonts})`).join('; ')
}
