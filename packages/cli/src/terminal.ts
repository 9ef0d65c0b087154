/** Where a command reads and writes. The real one is made in `main.ts`; tests pass their own. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>
  /** What was asked for: a document, JSON. */
  out(text: string | Uint8Array): void
  /** What is said about it: progress, problems. */
  say(text: string): void
  /** Whether `say` goes to a person's terminal, so that colour and a moving line make sense. */
  readonly lively: boolean
  /** Columns. */
  readonly width: number
}

/** What a piece of text is, for its colour. */
type Tone = 'strong' | 'quiet' | 'good' | 'warn' | 'bad'

const CODES: Readonly<Record<Tone, readonly [number, number]>> = { strong: [1, 22], quiet: [2, 22], good: [32, 39], warn: [33, 39], bad: [31, 39] }

/** A painter for a terminal: colours where somebody sees them, plain text elsewhere. */
export function painter(terminal: Terminal): (tone: Tone, text: string) => string {
  return (tone, text) => (terminal.lively ? `\u001B[${CODES[tone][0]}m${text}\u001B[${CODES[tone][1]}m` : text)
}

/** Control characters of somebody's text made visible, so that a record cannot steer the terminal. Line breaks and tabs stay. */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

/** Says on a lively terminal that work goes on, if it takes longer than a moment. `done` clears the line. */
export function progress(terminal: Terminal): { step(text: string): void; done(): void } {
  if (!terminal.lively) return { step: () => undefined, done: () => undefined }
  const began = Date.now()
  let shown = false
  return {
    step(text) {
      if (Date.now() - began < 300) return
      shown = true
      terminal.say(`\r\u001B[K${harmless(text).slice(0, terminal.width - 1)}`)
    },
    done() {
      if (shown) terminal.say('\r\u001B[K')
    },
  }
}
