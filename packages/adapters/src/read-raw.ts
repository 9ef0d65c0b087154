import { BlamefreeError, cleanText, newReading, type Problem, type Raw, type Reading, type ReadOptions } from '@blamefree/core'
import { SOURCES } from './sources.ts'

/**
 * A payload read by the source it is of: the one that was named, else the first that is certain, else the first for which it is possible. When it is
 * nobody's, the reading (of the source `unknown`) holds only the problem that says so. Throws for a source's name that does not exist.
 */
export function readRaw(raw: Raw, options: ReadOptions = {}, sourceId?: string): Reading {
  if (sourceId !== undefined) {
    const source = SOURCES.find(({ id }) => id === sourceId)
    if (source !== undefined) return source.read(raw, options)
    const known = SOURCES.map(({ id }) => id).join(', ')
    throw new BlamefreeError('read/unknown-source', `Cannot read ${raw.name} as "${cleanText(sourceId)}": there is no such source.`, `Known: ${known}.`)
  }
  const empty = emptiness(raw)
  if (empty !== null) return newReading('unknown', raw, {}, [empty])
  const recognitions = SOURCES.map((source) => ({ source, recognition: source.recognise(raw) }))
  const chosen = recognitions.find(({ recognition }) => recognition === 'certain') ?? recognitions.find(({ recognition }) => recognition === 'possible')
  return chosen === undefined ? newReading('unknown', raw, {}, [unrecognised(raw)]) : chosen.source.read(raw, options)
}

function emptiness(raw: Raw): Problem | null {
  const name = cleanText(raw.name)
  if (raw.files.length > 0 && raw.files.some(({ size }) => size > 0)) return null
  return {
    code: 'read/empty',
    message: raw.files.length === 1 ? `${name} is empty.` : `There is nothing to read in ${name}.`,
    hint: 'Save the record again, or check the path.',
    weight: 'error',
    place: { file: raw.name },
  }
}

function unrecognised(raw: Raw): Problem {
  const [file] = raw.files
  const binary = raw.files.length === 1 && file !== undefined && file.bytes.subarray(0, 8_000).some((byte) => byte === 0)
  return {
    code: 'read/unrecognised',
    message: `${cleanText(raw.name)} is not recognised: it is ${binary ? 'a binary file and ' : ''}no record of a known kind.`,
    hint: `Known are: ${SOURCES.map(({ title }) => title).join(', ')}. Say which when it is one of them.`,
    weight: 'error',
    place: { file: raw.name },
  }
}
