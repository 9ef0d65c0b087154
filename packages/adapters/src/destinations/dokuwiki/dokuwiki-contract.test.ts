import { describe } from 'node:test'
import { holdPageToContract } from '../testing/page-contract.ts'
import type { FakePlace, PageSubject } from '../testing/page-subject.ts'
import { dokuWiki } from './index.ts'
import { fakeDokuWiki } from './testing/fake-dokuwiki.ts'

const URL = 'https://wiki.example.com'
const goes = ['deleted', 'forbidden'] as const

/** A wiki of release “Igor” or before, which refuses without a number. */
const nameless = (): FakePlace => {
  const fake = fakeDokuWiki()
  fake.wiki.nameless = true
  return fake
}

const password: PageSubject = {
  destination: dokuWiki,
  settings: { url: URL, name: 'blamefree', token: 'secret-7d1f', namespace: 'incidents' },
  fake: nameless,
  goes,
  requests: [7, 2, 7],
}
const token: PageSubject = { destination: dokuWiki, settings: { url: URL, token: 'secret-7d1f-token' }, fake: fakeDokuWiki, goes, requests: [7, 2, 7] }

describe('With a password, on an old release', () => holdPageToContract(password))
describe('With a token', () => holdPageToContract(token))
