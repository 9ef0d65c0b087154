import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DESTINATIONS } from './destinations.ts'
import { docx } from './destinations/docx/index.ts'
import { json } from './destinations/json/index.ts'
import { holdToContract, pairOf, SMALL } from './destinations/testing/contract.ts'
import { constructFaults, documentFaults, optionFaults } from './destinations/testing/destination-faults.ts'
import { ASSETS, everyConstruct } from './destinations/testing/every-construct.ts'
import { READ_ELSEWHERE } from './destinations/testing/readers.ts'
import { LIARS } from './destinations/testing/liars.ts'

for (const destination of DESTINATIONS.filter(({ id }) => !READ_ELSEWHERE.has(id)))
  if (pairOf(destination).reader.slow === undefined) holdToContract(destination)

for (const honest of [json, docx])
  for (const teller of LIARS) {
    const pair = pairOf(honest)
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
