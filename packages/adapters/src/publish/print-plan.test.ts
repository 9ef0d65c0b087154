import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOf } from '../destinations/testing/every-construct.ts'
import { fakeMemory } from '../destinations/testing/fake-memory.ts'
import { memory } from '../destinations/testing/memory-page.ts'
import { pageSession } from '../destinations/testing/page-session.ts'
import { printPlan } from './print-plan.ts'

const begin = () => pageSession({ destination: memory, settings: { token: 'a' }, fake: fakeMemory })

test('A plan says how the page stands, what people changed, and what would change', async () => {
  const session = begin()
  const before = documentOf('## Summary\n\nOne cat sat.\n\nTwo dogs ran.')
  assert.equal(printPlan((await session.plan(before)).plan, memory), 'Memory: a new page would be made.\n')
  await session.publish(before)
  session.place.edit((text) => text.replace('One cat', 'One black cat'))
  const { plan } = await session.plan(documentOf('## Summary\n\nOne cat sat.\n\nTwo dogs slept.'))
  assert.equal(
    printPlan(plan, memory),
    `Memory: the page was changed there, and here as well.
A title · https://memory.example.com/p1

Changed there, and kept:
  ## Summary
  - One cat sat.
  + One black cat sat.

Would change there:
  ## Summary
  - Two dogs ran.
  + Two dogs slept.
`,
  )
})

test('A plan shows both texts of a conflict', async () => {
  const session = begin()
  await session.publish(documentOf('## Summary\n\nOne cat sat.'))
  session.place.edit((text) => text.replace('sat', 'stood'))
  const { plan } = await session.plan(documentOf('## Summary\n\nOne cat slept.'))
  assert.match(
    printPlan(plan, memory),
    /Both changed the same in “Summary”:\n {2}before:\n {4}One cat sat\.\n {2}there:\n {2}\+ One cat stood\.\n {2}here:\n {2}\+ One cat slept\./,
  )
})
