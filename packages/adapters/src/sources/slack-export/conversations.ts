import { cleanText, decodeText, isRecord, listAt, numberAt, recordAt, textAt, type JsonRecord, type Problem } from '@blamefree/core'
import type { Archive, ExportFile } from './archive.ts'
import { recoverItems } from './json-recovery.ts'

/** A channel, group, or direct conversation of an export, with the files that hold its messages. */
export interface Conversation {
  /** Slack's id, `C04POISON`; null when the export does not tell. */
  readonly id: string | null
  /** Without `#`; null when the export does not tell. */
  readonly name: string | null
  readonly topic: string | null
  /** Seconds since 1970, or null. */
  readonly created: number | null
  readonly creator: string | null
  /** The `ts` of messages that are pinned according to the list of channels. */
  readonly pins: ReadonlySet<string>
  /** Oldest day first. */
  readonly days: readonly Day[]
}

/** One file of messages. `day` is the calendar day in its name, `2026-03-04`, or null. */
export interface Day {
  readonly day: string | null
  readonly file: ExportFile
}

/** The lists beside the messages: who is in the workspace, and which conversations there are. */
export interface Lists {
  readonly users: readonly JsonRecord[]
  readonly conversations: readonly Conversation[]
}

const DAY_FILE = /^(?:(.+)\/)?(\d{4}-\d\d-\d\d)\.json$/
const LISTS = ['channels', 'groups', 'mpims', 'dms'] as const
const NOT_MESSAGES = /(?:^|\/)(?:users|org_users|channels|groups|dms|mpims|integration_logs|canvases|content_flags|file_conversations|lists)\.json$/

/** Whether names are those of a Slack export: a list of its own and a day file in a folder, or day files only. */
export function isExport(paths: readonly string[]): boolean {
  const days = paths.some((path) => DAY_FILE.test(path))
  const lists = paths.some((path) => /(?:^|\/)(?:users|org_users|channels)\.json$/.test(path))
  return (days && lists) || (paths.length > 0 && paths.every((path) => DAY_FILE.test(path))) || (lists && paths.some((path) => path.endsWith('channels.json')))
}

/** Reads the export's lists and sorts its files into conversations; no message is read. */
export function readLists(archive: Archive, problems: Problem[]): Lists {
  const list = (name: string): readonly JsonRecord[] => {
    const file = archive.files.find(({ path }) => path === `${name}.json`)
    return file === undefined ? [] : itemsOf(file, problems).filter(isRecord)
  }
  const users = [...list('users'), ...list('org_users')]
  const days = daysOf(archive.files)
  const conversations: Conversation[] = []
  for (const name of LISTS) {
    for (const channel of list(name)) {
      const id = idText(textAt(channel, 'id'))
      const called = nameText(textAt(channel, 'name'))
      const folder = [called, textAt(channel, 'name'), id].find((key) => key !== null && key !== undefined && days.has(key))
      if (id === null && called === null) continue
      conversations.push(conversationOf(channel, { id, name: called, days: folder === null || folder === undefined ? [] : (days.get(folder) ?? []) }))
      if (folder !== null && folder !== undefined) days.delete(folder)
    }
  }
  for (const [folder, found] of days) {
    const id = /^[CGD][A-Z0-9]{7,}$/.test(folder) ? folder : null
    conversations.push(conversationOf({}, { id, name: id === null ? nameText(folder.split('/').at(-1) ?? '') : null, days: found }))
  }
  return { users, conversations }
}

/** The items of a file of the export; what is damaged in it is a problem, and what is whole is there. */
export function itemsOf(file: ExportFile, problems: Problem[]): readonly unknown[] {
  const text = textOf(file, problems)
  return text === null ? [] : itemsIn(text, file, problems)
}

/** The same, one after the other: of a file as Slack writes it, each is parsed when it is asked for, so that none has to stay in memory. */
export function* eachItem(file: ExportFile, problems: Problem[]): Generator<unknown, void> {
  const text = textOf(file, problems)
  if (text === null) return
  let given = 0
  const last = text.trimEnd().length - LAST.length
  if (text.startsWith(FIRST) && text.startsWith(LAST, last)) {
    for (let start = FIRST.length - 1, next = 0; next < last; start = next + BETWEEN.length - 1) {
      next = text.indexOf(BETWEEN, start)
      if (next < 0) next = last
      const item = parsed(text.slice(start, next + END.length))
      if (item === undefined) break
      given++
      yield item
      if (next === last) return
    }
  }
  // Written in another way, or damaged.
  yield* itemsIn(text, file, problems).slice(given)
}

// How Slack lays out a list. No string in JSON holds a line break, so that these can stand nowhere but between items.
const [FIRST, END, BETWEEN, LAST] = ['[\n    {', '\n    }', '\n    },\n    {', '\n    }\n]']

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function textOf(file: ExportFile, problems: Problem[]): string | null {
  const opened = file.open()
  if (opened instanceof Uint8Array) return decodeText(opened)
  problems.push(opened)
  return null
}

function itemsIn(text: string, file: ExportFile, problems: Problem[]): readonly unknown[] {
  try {
    return listIn(JSON.parse(text), file, problems)
  } catch {
    const lines = itemsOfLines(text)
    return lines ?? recovered(text, file, problems)
  }
}

function listIn(value: unknown, file: ExportFile, problems: Problem[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (isRecord(value) && Array.isArray(value['messages'])) return value['messages']
  if (isRecord(value) && isMessage(value)) return [value]
  problems.push({
    code: 'slack-export/shape',
    message: `${file.place} holds no list, as a file of an export does.`,
    weight: 'warning',
    place: { file: file.place },
  })
  return []
}

/** Whether a value has the marks of a Slack message: its type and a `ts`. */
export function isMessage(value: unknown): boolean {
  return isRecord(value) && typeof value['ts'] === 'string' && /^\d{9,11}\.\d{1,6}$/.test(value['ts']) && (value['type'] === 'message' || 'text' in value)
}

/** One message a line, as some tools write it; null when the first line is no message. */
function itemsOfLines(text: string): readonly unknown[] | null {
  const items: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    try {
      items.push(JSON.parse(line))
    } catch {
      return null
    }
    if (!isMessage(items[0])) return null
  }
  return items.length === 0 ? null : items
}

function recovered(text: string, file: ExportFile, problems: Problem[]): readonly unknown[] {
  if (text.trim() === '') {
    problems.push({ code: 'slack-export/empty-file', message: `${file.place} is empty.`, weight: 'warning', place: { file: file.place } })
    return []
  }
  const { items, line, column, truncated } = recoverItems(text)
  const kept = `${items.length === 0 ? 'nothing in it' : items.length === 1 ? 'the one entry before it' : `only its ${items.length} whole entries`} could be read`
  problems.push({
    code: truncated ? 'slack-export/truncated-json' : 'slack-export/broken-json',
    message: `${file.place} ${truncated ? 'ends in the middle' : 'is not whole JSON'} (line ${line}, column ${column}): ${kept}.`,
    hint: 'Export or copy it again.',
    weight: 'error',
    place: { file: file.place, line, column },
  })
  return items
}

function daysOf(files: readonly ExportFile[]): Map<string, Day[]> {
  const folders = new Map<string, Day[]>()
  const lone = files.length === 1
  for (const file of files) {
    if (!file.path.endsWith('.json') && !lone) continue
    const match = DAY_FILE.exec(file.path)
    if (match === null && !lone && (NOT_MESSAGES.test(file.path) || !file.path.includes('/'))) continue
    const slash = file.path.lastIndexOf('/')
    const folder = match?.[1] ?? (slash < 0 ? '' : file.path.slice(0, slash))
    if (match === null && !lone) continue
    const days = folders.get(folder)
    const day: Day = { day: match?.[2] ?? null, file }
    if (days === undefined) folders.set(folder, [day])
    else days.push(day)
  }
  for (const days of folders.values()) days.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
  return folders
}

function conversationOf(channel: JsonRecord, known: Pick<Conversation, 'id' | 'name' | 'days'>): Conversation {
  return {
    ...known,
    topic: textAt(channel, 'topic', 'value'),
    created: numberAt(channel, 'created'),
    creator: textAt(channel, 'creator'),
    pins: new Set(
      listAt(channel, 'pins')
        .map((pin) => textAt(recordAt(pin), 'id'))
        .filter((ts) => ts !== null),
    ),
  }
}

function nameText(name: string | null): string | null {
  const clean = cleanText(name ?? '')
    .replace(/^#/, '')
    .trim()
    .slice(0, 120)
  return clean === '' ? null : clean
}

function idText(id: string | null): string | null {
  return id !== null && /^[A-Z0-9]{2,20}$/i.test(id) ? id : null
}
