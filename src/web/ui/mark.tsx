import type { Tone } from '#domain/indicator/scheme.ts'

/** ◎ ● ◐ ▲ ▼ ◌ drawn, so that they look the same in every font and in black and white. Decorative: a word always stands beside. */
export function Mark({ tone, size = 14 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg
      className={`mark ${tone}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="currentColor"
    >
      {SHAPES[tone]}
    </svg>
  )
}

const SHAPES: Readonly<Record<Tone, React.ReactNode>> = {
  reach: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="7" cy="7" r="2.6" />
    </>
  ),
  good: <circle cx="7" cy="7" r="5.6" />,
  fair: (
    <>
      <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 1.8a5.2 5.2 0 0 0 0 10.4z" />
    </>
  ),
  poor: <path d="M7 1.4 13 12.4H1z" />,
  bad: <path d="M7 12.6 1 1.6h12z" />,
  none: (
    <circle
      cx="7"
      cy="7"
      r="5.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.2 1.9"
    />
  ),
}

/** 判定 as a badge: shape and word. */
export function Grade({ tone, children }: { readonly tone: Tone; readonly children: React.ReactNode }) {
  return (
    <span className={`grade ${tone}`}>
      <Mark tone={tone} />
      {children}
    </span>
  )
}
