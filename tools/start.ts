// `npm start`.
import { VERSION } from '../packages/cli/src/index.ts'

console.log(`blamefree ${VERSION}`)
