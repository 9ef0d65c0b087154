import { DESTINATIONS } from './destinations.ts'
import { json } from './destinations/json/index.ts'
import { catchLiars } from './destinations/testing/catch-liars.ts'
import { holdToContract, pairOf } from './destinations/testing/contract.ts'
import { READ_ELSEWHERE } from './destinations/testing/readers.ts'

for (const destination of DESTINATIONS.filter(({ id }) => !READ_ELSEWHERE.has(id)))
  if (pairOf(destination).reader.slow === undefined) holdToContract(destination)

catchLiars(json)
