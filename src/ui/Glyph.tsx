import type { ReactNode } from 'react'
import './mark.css'

/** Glyphs carry the meaning together with the word, so that colour is never the only sign. */
export type GlyphName = 'ring' | 'q1' | 'q2' | 'q3' | 'arrow' | 'solid' | 'check' | 'back' | 'cross' | 'dash' | 'square' | 'pause'

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.4" />

const pie = (part: string) => (
  <>
    {ring}
    <path d={part} fill="currentColor" />
  </>
)

const stroke = (path: string, width: number, colour = 'currentColor') => (
  <path d={path} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
)

const shapes: Record<GlyphName, ReactNode> = {
  ring,
  q1: pie('M6 6V2.2A3.8 3.8 0 0 1 9.8 6Z'),
  q2: pie('M6 2.2a3.8 3.8 0 0 1 0 7.6Z'),
  q3: pie('M6 6V2.2A3.8 3.8 0 1 1 2.2 6Z'),
  arrow: stroke('M1 6h9M6.6 2.4 10.2 6 6.6 9.6', 1.5),
  solid: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  check: (
    <>
      <circle cx="6" cy="6" r="5.6" fill="currentColor" />
      {stroke('M3.4 6.2 5.3 8l3.4-3.8', 1.3, 'var(--surface)')}
    </>
  ),
  back: stroke('M4.6 2 1.8 4.8l2.8 2.8M2.2 4.8h5a2.8 2.8 0 0 1 0 5.6H5.4', 1.5),
  cross: stroke('m2.5 2.5 7 7m0-7-7 7', 1.6),
  dash: stroke('M2 6h8', 1.7),
  square: <rect x="2" y="2" width="8" height="8" rx="1.5" fill="currentColor" />,
  pause: stroke('M4 2.4v7.2M8 2.4v7.2', 1.9),
}

export const Glyph = ({ name, size = 12 }: { name: GlyphName; size?: number }) => (
  <svg className="glyph" viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
    {shapes[name]}
  </svg>
)
