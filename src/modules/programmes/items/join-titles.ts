/** `Trồng cây.` and `Sửa cống.` → `Trồng cây; Sửa cống.` */
export function joinTitles(first: string, second: string): string {
  return `${first.replace(/[\s.;,]+$/u, '')}; ${second}`
}
