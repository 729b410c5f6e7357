const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const html = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!)

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#222;background:#fff}
h1{line-height:1.2}code{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.scroll{overflow-x:auto}article{border-top:1px solid #ccc;overflow-wrap:anywhere}article h2{font-size:1.15rem;margin-bottom:.3rem}
dl{margin:.3rem 0}dt{font-weight:700}dd{margin:0 0 .3rem 1rem}summary{padding:.4rem 0;color:#0b4f8a;cursor:pointer}
.en{color:#555}a{color:#0b4f8a}
.big{display:inline-block;padding:.6rem 1rem;border:2px solid #0b4f8a;border-radius:.3rem;font-weight:700}
.days{columns:16rem;padding-left:1.2rem}`

/** The beginning of a page for a stick: no script, nothing from elsewhere, open from the disk as it is. */
export function pageBegin(title: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title><style>${style}</style></head><body><main>
`
}

export const PAGE_END = `
</main></body></html>
`
