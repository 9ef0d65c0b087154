import { VERSION } from './index.ts'

console.log(`blamefree ${VERSION}`)
