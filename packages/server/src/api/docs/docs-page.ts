import type { RoutePolicy } from '../route.ts'
import type { OpenApi, OpenApiAnswer, OpenApiContent, OpenApiOperation, OpenApiSchema } from '../tidy-openapi.ts'
import { html, prose, type Html } from './html.ts'
import { fieldHtml, fieldsHtml, typeHtml, tableHtml } from './schema-html.ts'

interface Entry {
  readonly method: string
  readonly path: string
  readonly operation: OpenApiOperation
}

/** The OpenAPI file as a page: every route with its parameters, policy and answers, and every schema that has a name. It works without scripts; with one it can be searched. */
export function docsPage(file: OpenApi): string {
  const entries = Object.entries(file.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Entry => ({ method: method.toUpperCase(), path, operation })),
  )
  const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? 'Others'
  const groups = [...Map.groupBy(entries, tagOf)].toSorted(([a], [b]) => Number(LAST.has(a)) - Number(LAST.has(b)))
  const schemas = Object.entries(file.components.schemas)
  const server = (file['servers'] as readonly { readonly url: string }[] | undefined)?.[0]?.url ?? ''
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>The API of Blamefree</title>
        <link rel="stylesheet" href="/v1/docs/docs.css" />
        <script type="module" src="/v1/docs/search-routes.js"></script>
      </head>
      <body>
        <a class="skip" href="#routes">Skip to the routes</a>
        ${navigation(
          groups,
          schemas.map(([name]) => name),
        )}
        <main id="top">
          <header>
            <h1>The API of Blamefree</h1>
            <p class="lead">
              ${entries.length} routes at <code>${server}</code>. The web, the command line and your scripts use the same ones. The file behind this page is
              <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1).
            </p>
            ${INTRODUCTION}
          </header>
          <div id="routes" tabindex="-1">
            ${groups.map(
              ([tag, routes]) =>
                html`<section data-section aria-labelledby="tag-${slug(tag)}">
                  <h2 id="tag-${slug(tag)}">${tag}</h2>
                  ${routes.map((route) => routeHtml(route))}
                </section>`,
            )}
            ${schemasHtml(schemas)}
          </div>
          <p class="nothing" hidden>No route or schema has all of these words. <button type="button" id="clear">Show everything</button></p>
        </main>
      </body>
    </html> `.text
}

function navigation(groups: readonly (readonly [string, readonly Entry[]])[], schemas: readonly string[]): Html {
  return html`<nav aria-label="Routes">
    <p class="name"><a href="#top">Blamefree API</a></p>
    <div class="search" hidden>
      <label for="words">Search routes and schemas <kbd>/</kbd></label>
      <input id="words" type="search" autocomplete="off" spellcheck="false" placeholder="timeline, share link …" />
      <p id="found" role="status"></p>
    </div>
    ${groups.map(([tag, routes]) => contents(tag, routes))}
    <details class="group" data-group open>
      <summary>Schemas</summary>
      <ul>
        ${schemas.map((name) => html`<li data-for="schema-${name}"><a href="#schema-${name}">${name}</a></li>`)}
      </ul>
    </details>
  </nav>`
}

function schemasHtml(schemas: readonly (readonly [string, OpenApiSchema])[]): Html {
  return html`<section data-section aria-labelledby="schemas">
    <h2 id="schemas">Schemas</h2>
    ${schemas.map(
      ([name, schema]) =>
        html`<article id="schema-${name}" data-words="${name.toLowerCase()}">
          <h3><a href="#schema-${name}">${name}</a></h3>
          ${fieldsHtml(schema)}
        </article>`,
    )}
  </section>`
}

/** What few people come for. */
const LAST = new Set(['Health'])

const INTRODUCTION = html`<dl class="rules">
  <div>
    <dt>Who asks</dt>
    <dd>Send an API key: <code>Authorization: Bearer bf_key_…</code>. A browser that is signed in sends its cookie.</dd>
  </div>
  <div>
    <dt>Changing</dt>
    <dd>Read a thing, keep its <code>ETag</code>, send it as <code>If-Match</code>. If somebody was faster you get 412 with what is there now.</dd>
  </div>
  <div>
    <dt>Making</dt>
    <dd>Send an <code>Idempotency-Key</code> with a <code>POST</code>: sent again, it is done once and gives the same answer.</dd>
  </div>
  <div>
    <dt>Pages</dt>
    <dd>Lists give <code>next</code>; pass it as <code>after</code>. With <code>fields=id,title</code> only those come.</dd>
  </div>
  <div>
    <dt>Errors</dt>
    <dd>
      Every error is a <a href="#schema-Problem">Problem</a> (RFC 9457): what is wrong, and what to do. What you may not see is a 404, as if it were not there.
    </dd>
  </div>
</dl>`

function contents(tag: string, routes: readonly Entry[]): Html {
  return html`<details class="group" data-group open>
    <summary>${tag}</summary>
    <ul>
      ${routes.map(
        ({ method, operation }) =>
          html`<li data-for="${operation.operationId}">
            <a href="#${operation.operationId}"><b class="verb ${method.toLowerCase()}">${method}</b> <span>${operation.summary ?? ''}</span></a>
          </li>`,
      )}
    </ul>
  </details> `
}

function routeHtml({ method, path, operation }: Entry): Html {
  const { operationId, summary = '', description = '', tags = [], requestBody, responses } = operation
  const words = `${method} ${path} ${operationId} ${summary} ${description} ${tags.join(' ')}`.toLowerCase()
  return html`<article id="${operationId}" data-words="${words}">
    <h3><a href="#${operationId}">${summary}</a></h3>
    <p class="address">
      <b class="verb ${method.toLowerCase()}">${method}</b>
      <code>${path.split(/(?<=\/)/).map((part, index) => (index === 0 ? html`${part}` : html`<wbr />${part}`))}</code>
    </p>
    ${description === '' ? null : html`<p>${prose(description)}</p>`}
    <p class="who">${who(operation['x-policy'] as RoutePolicy | undefined)}</p>
    ${parametersHtml((operation['parameters'] ?? []) as readonly Parameter[])}
    ${
      requestBody === undefined
        ? null
        : html`<h4>Body${requestBody.required === false ? ' (may be left out)' : ''}</h4>
            ${contentHtml(requestBody.content)}`
    }
    <h4>Answers</h4>
    <dl class="answers">
      ${Object.entries(responses)
        .filter(([, answer]) => !('$ref' in answer))
        .map(([status, answer]) => answerHtml(status, answer as OpenApiAnswer))}
      <div>
        <dt>4xx 5xx</dt>
        <dd><a href="#schema-Problem">Problem</a></dd>
      </div>
    </dl>
  </article> `
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: OpenApiSchema
}

function parametersHtml(parameters: readonly Parameter[]): Html | null {
  if (parameters.length === 0) return null
  const places = [...Map.groupBy(parameters, (parameter) => parameter.in)].toSorted(([a], [b]) => PLACES.indexOf(a) - PLACES.indexOf(b))
  const rows = places.flatMap(([place, those]) =>
    those.map(({ name, required, schema, description }) =>
      fieldHtml(
        place === 'path' ? `{${name}}` : name,
        { ...(description === undefined ? {} : { description }), ...schema },
        required === true ? 'needed' : null,
      ),
    ),
  )
  return html`<h4>Parameters</h4>
    ${tableHtml('Name', rows)}`
}

const PLACES = ['path', 'query', 'header']

function contentHtml(content: OpenApiContent): Html {
  const kinds = [...Map.groupBy(Object.entries(content), ([, { schema }]) => JSON.stringify(schema ?? {})).values()]
  return html`${kinds.map((those) => html`<p class="content">${those.map(([type], index) => html`${index === 0 ? '' : ', '}<code>${type}</code>`)}: ${typeHtml(those[0]?.[1].schema ?? {})}</p>`)}`
}

function answerHtml(status: string, answer: OpenApiAnswer): Html {
  const content = Object.entries(answer.content ?? {})
  return html`<div>
    <dt>${status}</dt>
    <dd>
      ${answer.description ?? ''}
      ${content.map(
        ([type, { schema = {} }]) =>
          html`${type === 'application/json' ? html`` : html`<code>${type}</code>: `}${typeHtml(schema)}${typeof schema['description'] === 'string' ? html` <small>${prose(schema['description'])}</small>` : html``}`,
      )}
    </dd>
  </div>`
}

/** Who may use a route, in words. Named people see private incidents; to all others those are absent. */
function who(policy: RoutePolicy | undefined): Html {
  if (policy === undefined || policy === 'public') return html`<b>Everybody</b>, signed in or not.`
  if (policy === 'signed-in') return html`<b>Every member</b>, for what is theirs or what they may see. A key needs the scope <code>read</code>.`
  const { people, scopes } = WHO[policy.verb]
  const hidden = policy.on === 'workspace' ? html`` : html` If the ${policy.on} is private: only those named on it.`
  return html`<b>${people}</b>.${hidden} A key needs the scope ${scopes.map((scope, index) => html`${index === 0 ? '' : ' or '}<code>${scope}</code>`)}.`
}

type Verb = Exclude<RoutePolicy, string>['verb']
const WHO: Readonly<Record<Verb, { readonly people: string; readonly scopes: readonly string[] }>> = {
  read: { people: 'Every member', scopes: ['read'] },
  comment: { people: 'Every member', scopes: ['write'] },
  edit: { people: 'Members and administrators; also the lead and the author', scopes: ['write'] },
  create: { people: 'Members and administrators', scopes: ['write', 'intake'] },
  publish: { people: 'Members and administrators', scopes: ['write'] },
  delete: { people: 'Administrators, and the lead', scopes: ['write'] },
  administer: { people: 'Administrators', scopes: ['admin'] },
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]+/g, '-')
