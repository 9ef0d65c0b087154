/** What a stretch of text needs from Word besides its words: a direction, or another font. */
export type Script = 'latin' | 'east-asian' | 'emoji' | 'arabic' | 'hebrew'

/** A stretch of text of one script. */
export interface Stretch {
  readonly text: string
  readonly script: Script
}

/**
 * Text cut where its script changes. Spaces and punctuation belong to what stands on both sides of them; between scripts, to the paragraph's
 * direction. Emoji with their joiners, skin tones and flags stay whole.
 */
export function stretches(text: string, base: 'ltr' | 'rtl'): Stretch[] {
  if (!OTHER.test(text)) return [{ text, script: 'latin' }]
  const pieces: { text: string; script: Script | null }[] = []
  for (const [piece] of text.matchAll(PIECES)) {
    const script = scriptOf(piece)
    const last = pieces.at(-1)
    if (last !== undefined && last.script === script) last.text += piece
    else pieces.push({ text: piece, script })
  }
  const result: { text: string; script: Script }[] = []
  pieces.forEach((piece, index) => {
    const script = piece.script ?? neutral(result.at(-1)?.script, pieces[index + 1]?.script ?? undefined, base)
    const last = result.at(-1)
    if (last?.script === script) last.text += piece.text
    else result.push({ text: piece.text, script })
  })
  return result
}

/** The direction of the first letter that has one; null when none has. */
export function direction(text: string): 'ltr' | 'rtl' | null {
  if (/^[^A-Za-z\u0080-\uffff]*[A-Za-z]/.test(text)) return 'ltr'
  const first = STRONG.exec(text)?.[0]
  return first === undefined ? null : RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

/** Which East Asian language a text is most likely in, as a language tag for fonts and line breaking; null when it holds none. */
export function eastAsianLanguage(text: string): 'ja-JP' | 'ko-KR' | 'zh-CN' | null {
  if (!/[\u1100-\uffdf]/.test(text)) return null
  if (/[\u3040-\u30ff]/.test(text)) return 'ja-JP'
  if (/[\uac00-\ud7af\u1100-\u11ff]/.test(text)) return 'ko-KR'
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : null
}

/** Whether the script is written from right to left. */
export function isRightToLeft(script: Script): boolean {
  return script === 'arabic' || script === 'hebrew'
}

function scriptOf(piece: string): Script | null {
  if (piece.length > 1 || /[^\u0000-\u024f]/.test(piece)) {
    if (EMOJI.test(piece)) return 'emoji'
    if (/\p{Script=Hebrew}/u.test(piece)) return 'hebrew'
    if (RIGHT_TO_LEFT.test(piece)) return 'arabic'
    if (EAST_ASIAN.test(piece)) return 'east-asian'
  }
  return /[\p{L}\p{N}]/u.test(piece) ? 'latin' : null
}

function neutral(before: Script | undefined, after: Script | undefined, base: 'ltr' | 'rtl'): Script {
  const left = before === undefined || before === 'emoji' ? after : before
  const right = after === undefined || after === 'emoji' ? before : after
  if (left !== undefined && left === right && left !== 'emoji') return left
  const rightToLeft = [left, right].find((script) => script !== undefined && isRightToLeft(script))
  return base === 'rtl' && rightToLeft !== undefined ? rightToLeft : 'latin'
}

const OTHER = /[^\u0000-\u024f\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u2199]/
/** What begins an emoji that is one character: not the digits and signs of keycaps. */
const PICTURE = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Presentation})`
/** A picture with its skin tone, its variation, or the letters of its flag. */
const DRESSED = String.raw`${PICTURE}(?:\p{Emoji_Modifier}|\ufe0f)?(?:[\u{e0020}-\u{e007e}]+\u{e007f})?`
/** Not \p{RGI_Emoji}, which is the list of them all: it takes 50 ms to get ready, and does not know those of next year. */
const PIECES = new RegExp(String.raw`\p{RI}\p{RI}|[\d#*]\ufe0f\u20e3|${DRESSED}(?:\u200d${DRESSED})*|[\p{L}\p{N}]\p{M}*|[^]`, 'gu')
const EMOJI = new RegExp(String.raw`^(?:\p{RI}\p{RI}|[\d#*]\ufe0f\u20e3|${PICTURE})`, 'u')
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const STRONG = /[\p{L}]/u
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303f\u30fb\u30fc\uff00-\uffef\ufe30-\ufe4f]/u
