import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const HEAD = `// Generated from the server’s OpenAPI file by \`npm run api-types\`. Not changed by hand.

`

/** The types of a client for an OpenAPI file, as the text of a TypeScript module for openapi-fetch. Forms are \`FormData\`, and what has a default may be left out. */
export async function apiTypes(file: object): Promise<string> {
  const nodes = await openapiTS(file as Parameters<typeof openapiTS>[0], {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
    transform(schema) {
      if ('x-form-data' in schema) return reference('FormData')
      return 'format' in schema && schema.format === 'binary' ? reference('Blob') : undefined
    },
  })
  return HEAD + astToString(nodes)
}

const reference = (name: string): ts.TypeReferenceNode => ts.factory.createTypeReferenceNode(name)
