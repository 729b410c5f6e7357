/** JSON for machines inside HTML: nothing in it can end the element or begin another. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * schema.org data (JSON-LD). The one place where text goes into a page unescaped: inside `<script>` HTML is not unescaped, so JSON
 * escapes for itself. A block of data is no script: the content security policy needs no exception.
 */
export function StructuredData({ value }: { value: unknown }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by inertJson, and tested with hostile words
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inertJson(value) }} />
}
