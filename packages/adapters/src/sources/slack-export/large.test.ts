import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { rawOf } from '../testing/fixtures.ts'
import { slackExport } from './index.ts'

interface Packed {
  readonly path: string
  readonly data: Uint8Array
  readonly size: number
  readonly crc: number
}

const message = (number: number) => ({ type: 'message', user: 'U1', text: `checkout ${number} is down`, ts: `${1_772_614_800 + number}.000100` })

function packed(path: string, value: unknown): Packed {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  return { path, data: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
}

const CHANNELS = packed('channels.json', [{ id: 'C1', name: 'inc-1' }])
const SMALL = packed('inc-1/2026-03-04.json', [message(0)])

/** A day file of so many megabytes, of which only one is ever made: its deflated data repeats, ended by an empty last block. The sum is of nobody's interest. */
function bigDay(megabytes: number, claimed = megabytes * 1_000_000): Packed {
  const words = Array.from({ length: 9_000 }, (_, number) => JSON.stringify(message(number * 7919)))
  const text = new TextEncoder().encode(words.join(',').padEnd(1_000_000, ' ').slice(0, 1_000_000))
  const one = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH })
  const data = Buffer.concat([...Array.from({ length: megabytes }, () => one), Buffer.from([3, 0])])
  return { path: 'inc-1/2026-03-05.json', data, size: claimed, crc: 0 }
}

/** A zip whose sizes and offsets all stand in zip64 fields, as in one past 4 GB or 65,535 entries (APPNOTE.TXT 4.3.14, 4.3.15, 4.5.3). */
function zip64(files: readonly Packed[]): Uint8Array {
  const [body, contents]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { path, data, size, crc } of files) {
    const name = Buffer.from(path)
    const extra = Buffer.alloc(28)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    ;[size, data.length, offset].forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8))
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(crc, 16)
    for (const at of [20, 24, 42]) central.writeUInt32LE(0xffffffff, at)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(extra.length, 30)
    contents.push(central, name, extra)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    body.push(local, name, Buffer.from(data))
    offset += 30 + name.length + data.length
  }
  const size = contents.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(98)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(BigInt(files.length), 32)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + size), 64)
  end.writeUInt32LE(0x06054b50, 76)
  end.writeUInt16LE(0xffff, 86)
  end.writeUInt32LE(0xffffffff, 92)
  return Buffer.concat([...body, ...contents, end])
}

test('a zip64 is read', () => {
  const { events, problems } = slackExport.read(rawOf('export.zip', zip64([CHANNELS, SMALL])))
  assert.deepEqual(
    events.filter(({ what }) => what.kind === 'message').map(({ text }) => text),
    ['checkout 0 is down'],
  )
  assert.deepEqual(
    problems.filter(({ weight }) => weight === 'error'),
    [],
  )
})

test('a zip64 whose end lies outside of it is refused in a sentence', () => {
  const bytes = Buffer.from(zip64([CHANNELS, SMALL]))
  bytes.writeBigUInt64LE(2n ** 60n, bytes.length - 98 + 64)
  assert.deepEqual(
    slackExport.read(rawOf('export.zip', bytes)).problems.map(({ code }) => code),
    ['slack-export/damaged-zip'],
  )
})

for (const [name, day, code, sentence] of [
  ['of 101 MB', bigDay(101), 'slack-export/too-large', /inc-1\/2026-03-05\.json is 101 MB; at most 100 MB of one file are read, so it is left out\.$/],
  ['that claims 2 MB and holds 101', bigDay(101, 2_000_000), 'slack-export/unreadable-file', /inc-1\/2026-03-05\.json is damaged, so it is left out\.$/],
] as const) {
  test(`a day file ${name} is left out, in little memory, and the others are read`, () => {
    const zip = zip64([CHANNELS, SMALL, day])
    const before = process.resourceUsage().maxRSS
    const { events, problems } = slackExport.read(rawOf('export.zip', zip))
    assert.ok(process.resourceUsage().maxRSS - before < 60_000, 'kilobytes')
    assert.ok(events.some(({ text }) => text === 'checkout 0 is down'))
    assert.match(problems.find((problem) => problem.code === code)?.message ?? JSON.stringify(problems), sentence)
  })
}
