import type { Problem } from '@blamefree/core'

/** The problem of characters that no font of this machine has: how many, of which script, and what to install. Null when there are none. */
export function missingGlyphs(missing: readonly string[]): Problem | null {
  const characters = [...new Set(missing.flatMap((text) => Array.from(text)))]
  if (characters.length === 0) return null
  const scripts = [...new Set(characters.map(scriptOf))]
  const named = scripts.map(({ name }) => name).filter((name) => name !== null)
  const packages = [...new Set(scripts.map((script) => script.fonts))]
  const count = characters.length === 1 ? '1 character' : `${characters.length} different characters`
  return {
    code: 'pdf/missing-glyphs',
    message: `The PDF shows boxes for ${count}${named.length === 0 ? '' : ` (${named.join(', ')})`}, because no font on this machine has them: ${shown(characters)}.`,
    hint: `Install fonts for them (Debian, Ubuntu: apt-get install ${packages.join(' ')}), then make the PDF again.`,
    weight: 'warning',
  }
}

interface Script {
  /** As a reader calls it; null for signs of no one script. */
  readonly name: string | null
  readonly pattern: RegExp
  /** Debian's package. */
  readonly fonts: string
}

const OTHER: Script = { name: null, pattern: /./, fonts: 'fonts-noto-core' }

/** In the order they are tried: Han characters are told from Japanese and Korean only by their neighbours, so they are named together. */
const SCRIPTS: readonly Script[] = [
  { name: 'Chinese', pattern: /\p{Script=Han}|[\u3000-\u303f\uff00-\uff60]/u, fonts: 'fonts-noto-cjk' },
  { name: 'Japanese', pattern: /\p{Script=Hiragana}|\p{Script=Katakana}/u, fonts: 'fonts-noto-cjk' },
  { name: 'Korean', pattern: /\p{Script=Hangul}/u, fonts: 'fonts-noto-cjk' },
  { name: 'emoji', pattern: /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\u20e3|\ufe0f/u, fonts: 'fonts-noto-color-emoji' },
  { name: 'Arabic', pattern: /\p{Script=Arabic}/u, fonts: 'fonts-noto-core' },
  { name: 'Hebrew', pattern: /\p{Script=Hebrew}/u, fonts: 'fonts-noto-core' },
  { name: 'Devanagari', pattern: /\p{Script=Devanagari}/u, fonts: 'fonts-noto-core' },
  { name: 'Thai', pattern: /\p{Script=Thai}/u, fonts: 'fonts-noto-core' },
]

const scriptOf = (character: string): Script => SCRIPTS.find(({ pattern }) => pattern.test(character)) ?? OTHER

const MOST = 12

function shown(characters: readonly string[]): string {
  const first = characters.slice(0, MOST).map((character) => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
  return `${first.join(', ')}${characters.length > MOST ? ' \u2026' : ''}`
}
