import { escapeMarkdown, isRecord, listAt, textAt, valueAt, withEmoji, type JsonRecord } from '@blamefree/core'
import { writeBlocks } from './block-kit.ts'
import { inlineWriter, type InlineWriter } from './inline-writer.ts'
import { linkNode, writeMrkdwn, type Names } from './mrkdwn.ts'

/** Slack cuts a message here itself. */
const MOST = 40_000

/**
 * What a message says, as safe Markdown of one paragraph: its blocks where it has any (that is what Slack shows; `text` is then only for notifications),
 * else its text, then its attachments. Empty when there is nothing but files.
 */
export function messageText(message: JsonRecord, names: Names): string {
  const text = spoken(message['text'])
  const blocks = message['blocks']
  const attachments = listAt(message, 'attachments')
  const rich = Array.isArray(blocks) && blocks.length > 0
  // A person's rich text is in `text` too. Without a character that could be markup, the two say the same, and nothing needs to be walked.
  if (text !== '' && attachments.length === 0 && (!rich || isTyped(blocks)) && PLAIN.test(text)) return escapeMarkdown(withEmoji(text))
  const out = inlineWriter()
  if (rich) writeBlocks(blocks, names, out)
  if (out.isEmpty()) writeMrkdwn(text, names, out)
  const byPerson = !out.isEmpty()
  for (const attachment of attachments.slice(0, 50)) if (isRecord(attachment)) writeAttachment(attachment, byPerson, names, out)
  return withoutOverrides(out.markdown())
}

const PLAIN = /^[^*_~`<>&]*$/

function isTyped(blocks: readonly unknown[]): boolean {
  return blocks.length === 1 && valueAt(blocks[0], 'type') === 'rich_text'
}

function spoken(text: unknown): string {
  if (typeof text !== 'string') return ''
  return withoutOverrides(text.length > MOST ? `${text.slice(0, MOST)} …` : text)
}

/** Text without the characters that turn around what stands beside it (Unicode's bidirectional embeddings, overrides and isolates). */
export function withoutOverrides(text: string): string {
  return OVERRIDES.test(text) ? text.replace(ALL_OVERRIDES, '') : text
}

const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/
const ALL_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A legacy attachment (docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments). The preview of a link in somebody's message is not
 * what they said and is passed over; a shared message is.
 */
function writeAttachment(attachment: JsonRecord, hasText: boolean, names: Names, out: InlineWriter): void {
  const shared = attachment['is_share'] === true || attachment['is_msg_unfurl'] === true
  const preview = textAt(attachment, 'from_url') !== null || textAt(attachment, 'original_url') !== null
  if (hasText && preview && !shared) return
  writeLine(textAt(attachment, 'pretext'), names, out)
  writeTitle(attachment, out)
  const blocks = listAt(attachment, 'blocks')
  if (blocks.length > 0) writeBlocks(blocks, names, out)
  else if (shared && textAt(attachment, 'author_name') !== null)
    writeLine(`${textAt(attachment, 'author_name') ?? ''}: ${textAt(attachment, 'text') ?? ''}`, names, out)
  else writeLine(textAt(attachment, 'text'), names, out)
  for (const field of listAt(attachment, 'fields').slice(0, 50)) {
    const parts = [textAt(field, 'title'), textAt(field, 'value')].filter((part) => part !== null)
    writeLine(parts.join(': '), names, out)
  }
  if (out.isEmpty()) writeLine(textAt(attachment, 'fallback'), names, out)
}

function writeTitle(attachment: JsonRecord, out: InlineWriter): void {
  const title = textAt(attachment, 'title')
  if (title === null) return
  out.line()
  const link = textAt(attachment, 'title_link')
  const words = withEmoji(title.slice(0, 2_000).replace(/&(?:lt|gt|amp);/g, (entity) => (entity === '&lt;' ? '<' : entity === '&gt;' ? '>' : '&')))
  if (link === null) out.text(words)
  else out.node(linkNode(link, words))
}

function writeLine(text: string | null, names: Names, out: InlineWriter): void {
  if (text === null || text === '') return
  out.line()
  writeMrkdwn(text.slice(0, MOST), names, out)
}
