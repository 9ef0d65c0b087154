import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeItems } from './place-items.ts'

const items = (...heights: readonly (readonly [at: number, height: number])[]) => heights.map(([at, height], index) => ({ key: `i${index}`, at, height }))

test('each item stands at its height, or under those before it', () => {
  assert.deepEqual(placeItems(items([0, 20], [100, 20], [105, 20]), null), { i0: 0, i1: 100, i2: 130 })
})

test('the open one stands at its own height, and those before it move up', () => {
  assert.deepEqual(placeItems(items([100, 40], [110, 40], [120, 40], [125, 40]), 'i2'), { i0: 20, i1: 70, i2: 120, i3: 170 })
})

test('nothing goes above the top', () => {
  assert.deepEqual(placeItems(items([0, 40], [5, 40], [10, 40]), 'i2'), { i0: 0, i1: 50, i2: 100 })
})
