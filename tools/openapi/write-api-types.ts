// `npm run api-types`: writes the web's types of the API from the server's routes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openApiFile } from '@blamefree/server'
import { apiTypes } from './api-types.ts'

const target = join(import.meta.dirname, '..', '..', 'packages', 'web', 'src', 'api', 'schema.ts')
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, await apiTypes(await openApiFile()))
