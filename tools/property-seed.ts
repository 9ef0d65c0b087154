// Loaded before every suite. Property tests run with one seed, so that a failure is somebody's change and not the day's luck;
// `BLAMEFREE_SEED=random npm test` or `BLAMEFREE_SEED=<number>` looks further, and `BLAMEFREE_RUNS` says how far.
import { configureGlobal } from 'fast-check'

const seed = process.env['BLAMEFREE_SEED'] ?? '20221118'
const runs = process.env['BLAMEFREE_RUNS']
configureGlobal({ ...(seed === 'random' ? {} : { seed: Number(seed) }), ...(runs === undefined ? {} : { numRuns: Number(runs) }) })
