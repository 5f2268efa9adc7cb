import type { OpenAPI } from '@orpc/contract'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Locale } from './texts.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>
type Operation = OpenAPI.OperationObject & { method: string; path: string }
type Say = (key: string) => string

/** The OpenAPI document as a page that needs neither network nor script. */
export function referencePage(document: OpenAPI.Document, locale: Locale, say: Say): Html {
  const groups = [...Map.groupBy(operationsOf(document), operation => operation.tags?.[0] ?? '')].sort(byUse)
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${say('reference.title')}</title>
    <style>
      ${raw(style)}
    </style>
  </head>
  <body>
    <main>
      <h1>${say('reference.title')}</h1>
      <p>${say('reference.intro')} <a href="/api/openapi.json">openapi.json</a></p>
      <nav aria-label="${say('reference.groups')}">
        ${groups.map(([tag]) => html`<a href="#${tag}">${tag}</a> `)}
      </nav>
      ${beginning(say)} ${groups.map(([tag, operations]) => group(tag, operations, say))}
    </main>
  </body>
</html>`
}

const first = ['contacts', 'events', 'definitions', 'imports']

/** What most programs come for, then the others by name. */
function byUse([one]: [string, unknown], [other]: [string, unknown]): number {
  const place = (tag: string) => (first.includes(tag) ? first.indexOf(tag) : first.length)
  return place(one) - place(other) || one.localeCompare(other)
}

const call = `curl $EMBUDO/api/contacts \\
  -H "Authorization: Bearer $KEY" -H "Idempotency-Key: 4f1c…" -H "Content-Type: application/json" \\
  -d '{"fields":{"givenName":"Ana","email":"ana@example.com"}}'`

const beginning = (say: Say): Html =>
  html`<section>
    <h2>${say('reference.begin')}</h2>
    <p>${say('reference.key')}</p>
    <pre tabindex="0">${call}</pre>
    ${['pages', 'again', 'wrong'].map(key => html`<p>${say(`reference.${key}`)}</p>`)}
  </section>`

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const operationsOf = (document: OpenAPI.Document): Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap(method =>
      item?.[method] ? [{ ...item[method], method: method.toUpperCase(), path }] : [],
    ),
  )

const group = (tag: string, operations: Operation[], say: Say): Html =>
  html`<section id="${tag}">
    <h2>${tag}</h2>
    ${operations.map(operation => described(operation, say))}
  </section>`

function described(operation: Operation, say: Say): Html {
  const body = operation.requestBody
  const parameters = (operation.parameters ?? []).filter(parameter => 'in' in parameter)
  return html`<details id="${operation.operationId ?? ''}">
    <summary>
      <code class="${operation.method}">${operation.method}</code> <code>/api${operation.path}</code>
      <span>${operation.summary ?? ''}</span>
    </summary>
    <p>${operation.description ?? ''}</p>
    ${parameters.length > 0 ? html`<h3>${say('reference.parameters')}</h3>` : ''}
    ${parameters.map(
      ({ name, in: place, required, schema }) =>
        html`<p><code>${name}</code> (${place}${required ? ` · ${say('reference.required')}` : ''}) ${shape(schema)}</p>`,
    )}
    ${body && 'content' in body ? html`<h3>${say('reference.body')}</h3>${contents(body.content)}` : ''}
    <h3>${say('reference.answers')}</h3>
    ${Object.entries(operation.responses ?? {}).map(
      ([status, answer]) =>
        html`<p><code>${status}</code></p>
          ${'content' in answer ? contents(answer.content) : ''}`,
    )}
  </details>`
}

const contents = (content: Record<string, { schema?: unknown }> = {}): Html[] =>
  Object.entries(content).map(([type, { schema }]) => html`<p><small>${type}</small></p>${shape(schema)}`)

const shape = (schema: unknown): Html =>
  html`<pre tabindex="0">${JSON.stringify(schema, null, 2) ?? ''}</pre>`

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 } main { max-width: 60rem; margin: auto; padding: 1.5rem }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.5rem; font-size: 1.25rem } a { color: light-dark(#4a3fc4, #b3abff) }
nav a { display: inline-block; margin-right: 1rem }
details { border-top: 1px solid #8886; padding: .5rem 0 }
summary { cursor: pointer } summary span { opacity: .8; margin-left: .5rem }
pre { overflow: auto; max-height: 24rem; padding: .75rem; background: #8881; border-radius: .5rem; font-size: .85rem }
code { font-weight: 600 } .GET { color: light-dark(#0b6b3a, #6ee7a8) } .DELETE { color: light-dark(#a11, #f99) }
.POST, .PUT, .PATCH { color: light-dark(#1a4fb4, #9ec1ff) }
`
