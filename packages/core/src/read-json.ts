import { decodeText } from './decode-text.ts'
import { jsonFault } from './json-fault.ts'
import { isRecord } from './json-value.ts'
import type { Problem } from './problem.ts'
import type { Raw, RawFile } from './source.ts'

/** One JSON value of a payload, and where it stands. */
export interface JsonDocument {
  readonly value: unknown
  /** The file's path in the raw payload. */
  readonly file: string
  /** The line it begins in, 1-based; 1 unless the file holds one value a line. */
  readonly line: number
}

/** What a payload of JSON holds. */
export interface JsonReading {
  readonly documents: readonly JsonDocument[]
  readonly problems: readonly Problem[]
}

/**
 * All JSON of a raw payload: one value a file, or one a line (NDJSON). A recorded HTTP exchange (`{ "headers": …, "body": … }`) is opened. What cannot be
 * read is a problem with line and column, and the rest is there. Values are shared between callers: never change them.
 */
export function readJson(raw: Raw): JsonReading {
  const readings = raw.files.map(readFile)
  if (readings.length === 1 && readings[0] !== undefined) return readings[0]
  return { documents: readings.flatMap(({ documents }) => documents), problems: readings.flatMap(({ problems }) => problems) }
}

/** The first JSON values of a payload, for recognising it: those of its first file that has any. A payload that cannot be read has none. */
export function peekJson(raw: Raw): readonly unknown[] {
  const file = raw.files.length === 1 ? raw.files[0] : raw.files.find(({ path }) => /\.(?:json|jsonl|ndjson)$/i.test(path))
  return file === undefined ? [] : readFile(file).documents.map(({ value }) => value)
}

/** More than this is refused: JSON of this size takes about a second and half a gigabyte. */
const MOST_BYTES = 100_000_000

// Several sources look at the same file to say whether it is theirs; it is parsed once. Remembering changes no answer.
const READ = new WeakMap<RawFile, JsonReading>()

function readFile(file: RawFile): JsonReading {
  const known = READ.get(file)
  if (known !== undefined) return known
  const reading = parseFile(file)
  READ.set(file, reading)
  return reading
}

function parseFile(file: RawFile): JsonReading {
  if (file.size > MOST_BYTES) {
    const message = `${file.path} is ${Math.round(file.size / 1e6)} MB of JSON; at most ${MOST_BYTES / 1e6} MB are read.`
    return failed({ code: 'json/too-large', message, hint: 'Export a shorter stretch of time.', weight: 'error', place: { file: file.path } })
  }
  const text = decodeText(file.bytes)
  const first = text.trimStart().charAt(0)
  if (first === '') return failed({ code: 'json/empty', message: `${file.path} is empty.`, weight: 'error', place: { file: file.path } })
  if (first !== '{' && first !== '[') {
    const message = `${file.path} is not JSON: it begins with ${JSON.stringify(first)}.`
    return failed({
      code: 'json/broken',
      message,
      hint: 'Save the payload as it came, without anything around it.',
      weight: 'error',
      place: { file: file.path },
    })
  }
  try {
    return { documents: [{ value: opened(JSON.parse(text)), file: file.path, line: 1 }], problems: [] }
  } catch {
    return parseLines(text, file.path) ?? failed(faultProblem(text, file.path, 0))
  }
}

/** One value a line; null when it is not so: the first line alone is no value. */
function parseLines(text: string, file: string): JsonReading | null {
  const lines = text.split('\n')
  const documents: JsonDocument[] = []
  const problems: Problem[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      documents.push({ value: opened(JSON.parse(line)), file, line: index + 1 })
    } catch {
      if (documents.length === 0 || problems.length === MOST_PROBLEMS) return documents.length === 0 ? null : { documents, problems }
      problems.push(faultProblem(line, file, index))
    }
  }
  const whole = documents.some(({ value }) => isRecord(value) || Array.isArray(value))
  return whole && problems.length <= documents.length ? { documents, problems } : null
}

const MOST_PROBLEMS = 20

function faultProblem(text: string, file: string, linesBefore: number): Problem {
  const fault = jsonFault(text)
  const before = text.slice(0, fault.offset)
  const line = before.split('\n').length
  const place = { file, line: line + linesBefore, column: before.length - before.lastIndexOf('\n') }
  const cut = fault.offset >= text.trimEnd().length
  return cut
    ? {
        code: 'json/truncated',
        message: `${file} ends in the middle: ${fault.expected} is missing.`,
        hint: 'Copy or download it again; the end was cut off.',
        weight: 'error',
        place,
      }
    : {
        code: 'json/broken',
        message: `${file} is not whole JSON: here should be ${fault.expected}.`,
        hint: 'Save the payload as it came.',
        weight: 'error',
        place,
      }
}

/** What a recorded HTTP exchange carried; any other value as it is. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isExchange) ? value.map(opened) : value
  if (!isExchange(value)) return value
  const body = 'response' in value ? value['response'] : value['body']
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return value
  }
}

function isExchange(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false
  const sent = 'body' in value && isRecord(value['headers'])
  const recorded = 'response' in value && 'status' in value && 'scope' in value
  return sent || recorded
}

function failed(problem: Problem): JsonReading {
  return { documents: [], problems: [problem] }
}
