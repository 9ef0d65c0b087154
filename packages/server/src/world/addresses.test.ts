import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openReachable } from './addresses.ts'

const PRIVATE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.170',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '0:0:0:0:0:ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b::169.254.169.254',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '2001:0:1::1',
  '100::1',
  'fec0::1',
  '',
  'localhost',
]
const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.32.0.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001::1',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
]

for (const address of PRIVATE) test(`${address || 'nothing'} is not reached`, () => assert.equal(openReachable([]).allows('example.com', address), false))
for (const address of PUBLIC) test(`${address} is reached`, () => assert.equal(openReachable([]).allows('example.com', address), true))

test('what is allowed is reached: a name, an address, a range; and nothing beside it', () => {
  const reachable = openReachable(['Jira.internal', '10.0.0.0/8', '192.168.7.7', 'fd00::/8', '[::1]', '300.1.1.1', '10.0.0.0/99', ''])
  const allowed = [
    ['jira.internal', '172.16.0.1'],
    ['x', '10.200.0.1'],
    ['x', '::ffff:10.0.0.1'],
    ['x', '192.168.7.7'],
    ['x', 'fd12::1'],
    ['x', '::1'],
  ] as const
  for (const [host, address] of allowed) assert.equal(reachable.allows(host, address), true, `${host} ${address}`)
  for (const [host, address] of [
    ['x.jira.internal', '172.16.0.1'],
    ['x', '192.168.7.8'],
    ['x', '127.0.0.1'],
    ['', '127.0.0.1'],
  ] as const)
    assert.equal(reachable.allows(host, address), false, `${host} ${address}`)
})
