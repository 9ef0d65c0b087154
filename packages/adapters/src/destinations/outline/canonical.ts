import { canonicalMarkdown } from '@blamefree/core'

/** A piece without what Outline changes by itself: its own way of marking lists and emphasis, needless escapes, the size of images, the ids of mentions. */
export function canonical(text: string): string {
  if (/^ {0,3}(?:```|~~~)/.test(text)) return canonicalMarkdown(text)
  const lines = text.startsWith(':::')
    ? text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .join('\n')
    : text
  return canonicalMarkdown(lines)
    .replace(/!\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g, '![$1]($2)')
    .replace(/@\[([^\]]*)\]\(mention:\/\/[\w-]+\/user\/([\w-]+)\)/g, '@[$1](mention://user/$2)')
    .replace(/^(\*\*\*|___|\* \* \*)$/, '---')
    .replace(/^( *)- \[ ?\](?= |$)/gm, '$1- [ ]')
    .replace(/\\([^])/g, (whole, sign: string) => (/[\\`*_[\]<|~\n]/.test(sign) ? whole : sign))
}
