import { isFooterText, joinMarkdown, splitMarkdown, type PageBlock } from '@blamefree/core'

/** A page's text as pieces, as `splitMarkdown` has them, but that a notice (`:::info` … `:::`) is one. */
export function splitPage(text: string): PageBlock[] {
  const blocks: PageBlock[] = []
  let section = ''
  for (const part of partsOf(text.replace(/\r\n?/g, '\n'))) {
    if (part.notice) {
      blocks.push({ text: part.text, section })
      continue
    }
    for (const block of splitMarkdown(part.text)) {
      // A part that begins without a heading goes on in the section of the one before.
      const placed = block.section === '' ? { ...block, section } : block
      blocks.push(placed)
      ;({ section } = placed)
    }
  }
  return blocks
}

/** The pieces as a page's text again. */
export const joinPage = (blocks: readonly PageBlock[]): string => joinMarkdown(blocks).trimEnd()

/** Whether a piece is our footer, for reading back. */
export const isFooter = (words: string): boolean => isFooterText(words)

/** The text, cut before and after each notice. Fences of code are no place for one. */
export function partsOf(text: string): { readonly text: string; readonly notice: boolean }[] {
  const parts: { text: string; notice: boolean }[] = []
  let lines: string[] = []
  let [notice, fence] = [false, '']
  const close = (): void => {
    if (lines.some((line) => line.trim() !== '')) parts.push({ text: lines.join('\n').replace(/^\n+|\s+$/g, ''), notice })
    lines = []
  }
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && !notice && /^:::(?:info|tip|success|warning)\s*$/.test(line)) {
      close()
      notice = true
    }
    lines.push(line)
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
    if (notice && fence === '' && /^:::\s*$/.test(line)) {
      close()
      notice = false
    }
  }
  close()
  return parts
}
