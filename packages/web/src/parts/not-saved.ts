import { Problem } from '../api/problem.ts'
import { sayProblem } from '../shell/say.ts'

/** Of a change that was not saved: where somebody else was quicker, what is kept now is read again, and the form asks which of the two goes; anything else is said. */
export function notSaved(error: Error, readAgain: () => Promise<unknown>): void {
  if (error instanceof Problem && error.status === 412) void readAgain()
  else sayProblem(error)
}
