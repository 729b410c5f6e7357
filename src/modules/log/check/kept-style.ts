/** Looks of the file kept on a disk: the colours of the site, the device's own letters, nothing to load. */
export const keptStyle = `
:root{--lacquer:#8e1b1f;--ink:#1b2230;--ink-2:#4a5365;--line:#8a8478;--jade:#17694f;--late:#a3161a;--gold:#e2a93b}
*{box-sizing:border-box}
body{margin:0;background:#fbf9f5;color:var(--ink);font:17px/1.6 system-ui,"Segoe UI",Roboto,sans-serif}
main{max-width:46rem;margin:0 auto;padding:24px 16px 48px}
h1{font-size:1.75rem;line-height:1.25}
h3{margin:20px 0 6px;font-size:1rem}
[hidden]{display:none}
.govuk-form-group{margin:0 0 22px}
label{display:block;font-weight:600}
.govuk-hint{color:var(--ink-2)}
input,textarea{width:100%;max-width:100%;padding:8px;border:2px solid var(--line);border-radius:6px;background:#fff;color:inherit;font:inherit}
button{padding:10px 22px;border:0;border-radius:8px;background:var(--lacquer);color:#fff;font:inherit;font-weight:600}
:focus-visible{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 5px var(--ink)}
[data-receipt-result]:focus{outline:none;box-shadow:none}
.notice{margin:0 0 24px;padding:14px 20px;border:1px solid var(--line);border-left:6px solid var(--ink-2);border-radius:8px;background:#fff}
.notice-ok{border-color:var(--jade);background:#e2f1ea}
.notice-late{border-color:var(--late);background:#fbe5e4}
.notice-soon{border-color:var(--gold);background:#fbefd3}
.notice-title{margin:0 0 4px;font-size:1.5rem}
dl{margin:0}
dl>div{padding:6px 0;border-bottom:1px solid #dcd6cb}
dt{font-weight:600}
dd{margin:0;white-space:pre-wrap}
dd,code{overflow-wrap:anywhere}
footer{margin-top:40px;padding-top:12px;border-top:1px solid #dcd6cb;color:var(--ink-2);font-size:.9375rem}
@media print{form{display:none}}
`
