import { type ReactNode, useState } from 'react'
import { Section } from '../../../ui/Section.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'

const keyOf = (id: string) => `today.${id}`

/** A browser without storage forgets, and that is all. */
const remembered = (id: string): boolean | undefined => {
  try {
    const kept = localStorage.getItem(keyOf(id))
    return kept === null ? undefined : kept === 'open'
  } catch {
    return undefined
  }
}

const remember = (id: string, open: boolean) => {
  try {
    localStorage.setItem(keyOf(id), open ? 'open' : 'folded')
  } catch {
    // Nothing depends on it.
  }
}

type FoldProps = { id: string; title: string; note?: ReactNode; extra?: ReactNode; children: ReactNode }

/** A section that can be folded away, and stays as it was left. On a phone it begins folded. */
export const Fold = ({ id, title, note, extra, children }: FoldProps) => {
  const narrow = useNarrow()
  const [chosen, setChosen] = useState(() => remembered(id))
  const open = chosen ?? !narrow
  const toggle = () => {
    setChosen(!open)
    remember(id, !open)
  }
  return (
    <Section
      title={title}
      note={note}
      extra={
        <>
          {open && extra}
          <button
            type="button"
            className="link fold-toggle"
            aria-expanded={open}
            aria-label={`${open ? '收起' : '展开'}${title}`}
            onClick={toggle}
          >
            {open ? '收起' : '展开'}
          </button>
        </>
      }
    >
      <div className="fold" hidden={!open}>
        {children}
      </div>
    </Section>
  )
}
