import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from './Glyph.tsx'
import type { Tone } from './palette.ts'
import './mark.css'

type MarkProps = { tone: Tone; glyph: GlyphName; children: ReactNode; pill?: boolean; title?: string | undefined }

/** A glyph and a word. `pill` only in a page head. */
export const Mark = ({ tone, glyph, children, pill = false, title }: MarkProps) => (
  <span className={`mark mark-${tone}${pill ? ' mark-pill' : ''}`} title={title}>
    <Glyph name={glyph} />
    {children}
  </span>
)

/** How a state looks and reads; each capability keeps its own `Record<State, StateLook>` in words.ts. */
export type StateLook = { word: string; tone: Tone; glyph: GlyphName; means: string }

export const StateTag = ({ state, pill = false }: { state: StateLook; pill?: boolean }) => (
  <Mark tone={state.tone} glyph={state.glyph} pill={pill} title={state.means}>
    {state.word}
  </Mark>
)
