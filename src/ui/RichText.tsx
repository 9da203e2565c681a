import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkKind, RichBlock, RichInline, RichText as Written } from '../kernel/rich-text.ts'
import './richtext.css'

const tags: Record<MarkKind, string> = { bold: 'strong', italic: 'em', underline: 'u' }

const Inline = ({ part }: { part: RichInline }): ReactNode => {
  if (part.type === 'hardBreak') return <br />
  return (part.marks ?? []).reduce<ReactNode>((inner, { type }) => createElement(tags[type], null, inner), part.text)
}

/** What is written has no names of its own, and never moves while it is shown: its place is its key. */
const each = <Part,>(parts: readonly Part[] | undefined, draw: (part: Part) => ReactNode): ReactNode =>
  (parts ?? []).map((part, at) => {
    const place = String(at)
    return <Fragment key={place}>{draw(part)}</Fragment>
  })

const inlines = (parts: readonly RichInline[] | undefined) => each(parts, part => <Inline part={part} />)

const Block = ({ block }: { block: RichBlock }): ReactNode => {
  switch (block.type) {
    case 'paragraph':
      // An empty line is a line all the same.
      return <p>{block.content ? inlines(block.content) : <br />}</p>
    case 'heading':
      // Below the section's own title.
      return createElement(block.attrs.level === 2 ? 'h3' : 'h4', null, inlines(block.content))
    case 'blockquote':
      return (
        <blockquote>
          {each(block.content, inner => (
            <Block block={inner} />
          ))}
        </blockquote>
      )
    case 'bulletList':
    case 'orderedList':
      return createElement(
        block.type === 'bulletList' ? 'ul' : 'ol',
        null,
        each(block.content, item => (
          <li>
            {each(item.content, inner => (
              <Block block={inner} />
            ))}
          </li>
        )),
      )
  }
}

/** Shows a document by elements alone: what looks like HTML in it stays words. */
export const RichText = ({ text }: { text: Written }) => (
  <div className="rich-text">
    {each(text.content, block => (
      <Block block={block} />
    ))}
  </div>
)
