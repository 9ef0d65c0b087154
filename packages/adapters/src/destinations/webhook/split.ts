import { isFooterText, parseInline, plainText, type PageBlock } from '@blamefree/core'

/** What a message says, line by line: it is always text of ours, and nobody but us changes it. The footer is the last line. */
export function splitLines(text: string): PageBlock[] {
  const lines = text.replace(/\n+$/, '').split('\n')
  const blocks: PageBlock[] = []
  let [section, fence] = ['', '']
  for (const [index, line] of lines.entries()) {
    const mark = /^ *(`{3,})/.exec(line)?.[1] ?? ''
    const heading = fence === '' ? /^#{1,6} (.*)$/.exec(line)?.[1] : undefined
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
    if (heading !== undefined) section = wordsOf(heading)
    const isFooter = index === lines.length - 1 && line.includes('Made by') && isFooterText(wordsOf(line))
    blocks.push(isFooter ? { text: line, section, kind: 'footer' } : { text: line, section })
  }
  return blocks
}

/** The lines as a text again. */
export const joinLines = (blocks: readonly PageBlock[]): string => `${blocks.map(({ text }) => text).join('\n')}\n`

const wordsOf = (markdown: string): string => plainText({ type: 'paragraph', children: parseInline(markdown) })
