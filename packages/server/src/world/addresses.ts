import { BlockList, isIP } from 'node:net'

/** Which network addresses our own requests may reach. */
export interface ReachableAddresses {
  /** Whether a request to a host may use one of its addresses. */
  allows(host: string, address: string): boolean
}

/** Not for the public: IANA's special-purpose registries (RFC 6890), the metadata addresses of clouds among them. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
/** Inside of the global unicast range 2000::/3, and yet not: IETF protocols with Teredo, documentation, 6to4. */
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

/** The addresses of the public network, and those that were allowed: host names, addresses and ranges such as `10.0.0.0/8`. Throws nothing: what is none of these allows nothing. */
export function openReachable(allowed: readonly string[]): ReachableAddresses {
  const special = new BlockList()
  for (const [network, prefix] of SPECIAL_V4) special.addSubnet(network, prefix, 'ipv4')
  for (const [network, prefix] of SPECIAL_V6) special.addSubnet(network, prefix, 'ipv6')
  const global = new BlockList()
  global.addSubnet('2000::', 3, 'ipv6')
  const ours = new BlockList()
  const names = new Set<string>()
  for (const entry of allowed) if (entry !== '') addEntry(entry, ours, names)
  return {
    allows(host, given) {
      const address = plain(given)
      const version = isIP(address)
      if (version === 0) return false
      const family = version === 4 ? 'ipv4' : 'ipv6'
      if (names.has(host.toLowerCase()) || ours.check(address, family)) return true
      return version === 4 ? !special.check(address, family) : global.check(address, family) && !special.check(address, family)
    },
  }
}

function addEntry(entry: string, ours: BlockList, names: Set<string>): void {
  const [, network = '', bits] = /^\[?([\da-f.:]+)\]?(?:\/(\d{1,3}))?$/i.exec(entry) ?? []
  const version = isIP(network)
  if (version === 0) {
    names.add(entry.toLowerCase())
    return
  }
  const most = version === 4 ? 32 : 128
  const prefix = bits === undefined ? most : Number(bits)
  if (prefix <= most) ours.addSubnet(network, prefix, version === 4 ? 'ipv4' : 'ipv6')
}

/** An address without its zone, and an IPv4 address that is dressed up as an IPv6 one (mapped, or translated by NAT64: RFC 6052) as what it is. */
function plain(address: string): string {
  const [bare = ''] = address.split('%')
  if (isIP(bare) !== 6) return bare
  const words = wordsOf(bare)
  const [high = 0, low = 0] = words.slice(6)
  const head = words.slice(0, 6).join()
  return head === '0,0,0,0,0,65535' || head === '100,65435,0,0,0,0' ? `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}` : bare
}

/** The eight 16-bit words of an IPv6 address. */
function wordsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const [, start = '', a, b, c, d] = dotted ?? []
  const text = dotted === null ? address : `${start}${((Number(a) << 8) | Number(b)).toString(16)}:${((Number(c) << 8) | Number(d)).toString(16)}`
  const [before = '', after] = text.split('::')
  const numbers = (part: string): number[] => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)))
  if (after === undefined) return numbers(before)
  const [left, right] = [numbers(before), numbers(after)]
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right]
}
