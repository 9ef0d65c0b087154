import assert from 'node:assert/strict'

/** Waits until something holds; fails after a minute (or as many seconds as are said): a busy machine is slow, not wrong. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (const began = Date.now(); !(await holds());) {
    assert.ok(Date.now() - began < seconds * 1000, `it did not happen within ${seconds} seconds: ${holds.toString()}`)
    await new Promise((resume) => setTimeout(resume, 10))
  }
}
