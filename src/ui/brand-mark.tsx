/** Our mark: a banyan, where a village meets, under an arch of gold. */
export function BrandMark({ size = 44 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <circle cx="22" cy="22" r="22" fill="#8e1b1f" />
      <path
        d="M22 8v28M22 20c0 7-9 7-11 14M22 20c0 7 9 7 11 14M22 23c-1 5-4 7-5 13M22 23c1 5 4 7 5 13"
        fill="none"
        stroke="#fbefd3"
        stroke-width="2"
        stroke-linecap="round"
      />
      <path d="M11 16c2-6 6-9 11-9s9 3 11 9" fill="none" stroke="#e2a93b" stroke-width="2.6" stroke-linecap="round" />
    </svg>
  )
}
