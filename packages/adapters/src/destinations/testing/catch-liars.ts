import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Destination } from '@blamefree/core'
import { pairOf, SMALL } from './contract.ts'
import { constructFaults, documentFaults, optionFaults } from './destination-faults.ts'
import { ASSETS, everyConstruct } from './every-construct.ts'
import { LIARS } from './liars.ts'

/** Tests that the contract catches each lie that a destination like an honest one could tell. */
export function catchLiars(honest: Destination): void {
  const pair = pairOf(honest)
  for (const teller of LIARS) {
    if (pair.reader.blind?.some((construct) => teller.caughtBy.source.startsWith(construct)) === true) continue
    test(`a destination like ${honest.id} that ${teller.lie} is caught`, async () => {
      const liar = { ...pair, destination: teller.tell(honest) }
      const faults = [
        ...(await constructFaults(liar, everyConstruct(), { assets: ASSETS, name: 'a-name', audience: 'company' })),
        ...(await optionFaults(liar, everyConstruct())),
      ]
      for (const document of SMALL) faults.push(...(await documentFaults(liar, document)))
      assert.match(faults.join('\n'), teller.caughtBy)
    })
  }
}
