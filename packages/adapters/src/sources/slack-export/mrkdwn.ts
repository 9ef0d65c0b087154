import { emojiOf, instantFromMillis, webAddress, withEmoji } from '@blamefree/core'
import type { PhrasingContent } from 'mdast'
import type { InlineWriter } from './inline-writer.ts'

/** What Slack's ids stand for. */
export interface Names {
  /** The person id and the name to show for a user; asking gathers the person. */
  person(id: string): { readonly person: string; readonly name: string }
  /** A channel's name without `#`, or null. */
  channel(id: string): string | null
}

/**
 * Slack's own markup (docs.slack.dev/messaging/formatting-message-text) → inline nodes: `*bold*`, `_italic_`, `~strike~`, code, `<…>` links and mentions,
 * emoji. Marks that Slack would show as characters stay characters: those inside words, beside spaces, or without a partner in their line.
 */
export function writeMrkdwn(text: string, names: Names, out: InlineWriter): void {
  const state: State = { text, names, out, open: [] }
  let at = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    if (match.index > at) pushText(state, plain(text.slice(at, match.index)))
    at = TOKEN.lastIndex
    pushToken(state, match)
  }
  if (at < text.length) pushText(state, plain(text.slice(at)))
  unwind(state, 0)
}

const TOKEN = /```([^]*?)```|`([^`\n]+)`|<([^<>\n]{1,4000})>|:([a-z0-9_+-]{1,60}(?:::skin-tone-[2-6])?):|[*_~]|\r\n?|\n/g

interface Frame {
  readonly mark: string
  readonly children: PhrasingContent[]
}

interface State {
  readonly text: string
  readonly names: Names
  readonly out: InlineWriter
  readonly open: Frame[]
}

function pushToken(state: State, match: RegExpExecArray): void {
  const [token, fence, code, control, emoji] = match
  if (fence !== undefined) {
    unwind(state, 0)
    writeCode(codeText(fence), state.out)
  } else if (code !== undefined) push(state, { type: 'inlineCode', value: codeText(code) })
  else if (control !== undefined) pushControl(state, control)
  else if (emoji !== undefined) pushText(state, emojiOf(emoji) ?? token)
  else if (token.length === 1 && '*_~'.includes(token)) pushMark(state, token, match.index)
  else {
    unwind(state, 0)
    state.out.line()
  }
}

/** Lines of code, one piece of inline code each. */
export function writeCode(code: string, out: InlineWriter): void {
  for (const value of code.split(/\r\n?|\n/)) {
    if (value.trim() === '') continue
    out.line()
    out.node({ type: 'inlineCode', value })
  }
  out.line()
}

const TYPES = { '*': 'strong', _: 'emphasis', '~': 'delete' } as const

function pushMark(state: State, mark: string, at: number): void {
  const before = state.text.charAt(at - 1)
  const after = state.text.charAt(at + 1)
  const level = state.open.findLastIndex((frame) => frame.mark === mark)
  if (level >= 0 && before.trim() !== '' && !WORD.test(after)) {
    unwind(state, level + 1)
    const frame = state.open.pop()
    if (frame === undefined) return
    const type = TYPES[mark as keyof typeof TYPES]
    if (frame.children.length > 0) push(state, { type, children: frame.children })
    else pushText(state, mark + mark)
  } else if (level < 0 && after.trim() !== '' && !WORD.test(before) && after !== mark) state.open.push({ mark, children: [] })
  else pushText(state, mark)
}

const WORD = /[\p{L}\p{N}]/u

/** Turns the marks from a level on into the characters they are, because nothing closed them. */
function unwind(state: State, level: number): void {
  const frames = state.open.splice(level)
  for (const { mark, children } of frames) {
    pushText(state, mark)
    for (const child of children) push(state, child)
  }
}

function pushText(state: State, value: string): void {
  push(state, { type: 'text', value })
}

function push(state: State, node: PhrasingContent): void {
  const frame = state.open.at(-1)
  if (frame === undefined) state.out.node(node)
  else frame.children.push(node)
}

function pushControl(state: State, control: string): void {
  const bar = control.indexOf('|')
  const target = bar < 0 ? control : control.slice(0, bar)
  const label = bar < 0 || bar === control.length - 1 ? null : plain(control.slice(bar + 1))
  if (/^@[A-Z0-9]/i.test(target)) push(state, personNode(target.slice(1), state.names))
  else if (/^#[A-Z0-9]/i.test(target)) pushText(state, `#${state.names.channel(target.slice(1)) ?? label?.replace(/^#/, '') ?? target.slice(1)}`)
  else if (target.startsWith('!')) push(state, specialNode(target.slice(1), label))
  else if (/^(?:mailto|tel):/i.test(target)) pushText(state, label ?? plain(target.replace(/^\w+:/, '')))
  else if (/^https?:/i.test(target)) push(state, linkNode(entities(target), label))
  else pushText(state, /^[a-z][a-z0-9+.-]*:/i.test(target) ? (label ?? plain(target)) : `<${plain(control)}>`)
}

/** A mention of somebody. */
export function personNode(id: string, names: Names): PhrasingContent {
  const { person, name } = names.person(id)
  return { type: 'textDirective', name: 'person', attributes: { id: person }, children: [{ type: 'text', value: name }] }
}

/** A link without tokens; its words alone when it leads nowhere safe. */
export function linkNode(address: string, label: string | null): PhrasingContent {
  const url = webAddress(address)
  if (url === null) return { type: 'text', value: label ?? address }
  return { type: 'link', url, title: null, children: [{ type: 'text', value: label === null || label === address ? url : label }] }
}

/** A moment that Slack shows in each reader's own zone; `fallback` is what is shown where that is not possible. */
export function dateNode(seconds: number, fallback: string): PhrasingContent {
  const at = Number.isFinite(seconds) ? instantFromMillis(Math.trunc(seconds * 1000)) : null
  if (at === null || fallback.trim() === '') return { type: 'text', value: fallback }
  return { type: 'textDirective', name: 'time', attributes: { at }, children: [{ type: 'text', value: fallback }] }
}

function specialNode(target: string, label: string | null): PhrasingContent {
  const [kind = '', first = ''] = target.split('^')
  if (kind === 'date') return dateNode(Number(first), label ?? '')
  const value = label ?? (kind === 'subteam' ? 'group' : kind)
  return { type: 'text', value: /^(?:here|channel|everyone|group|subteam)$/.test(kind) && !value.startsWith('@') ? `@${value}` : value }
}

function codeText(code: string): string {
  return entities(code.replace(/<((?:https?|mailto):[^<>|\n]*)(?:\|([^<>\n]*))?>/g, (_, url: string, label?: string) => label ?? url))
}

/** Slack's three entities → the characters; emoji names → emoji. */
function plain(text: string): string {
  return withEmoji(entities(text))
}

function entities(text: string): string {
  return text.includes('&') ? text.replace(/&(lt|gt|amp);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&')) : text
}
