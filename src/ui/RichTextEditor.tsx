import { EditorContent, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { MOST_CHARACTERS, type RichText, sizeOf } from '../kernel/rich-text.ts'
import { closedOf, type LooseNode } from '../kernel/rich-text-closed.ts'
import { readyToPaste } from './RichTextPaste.ts'
import { RichTextTools } from './RichTextTools.tsx'
import './richtext.css'
import './richtext-editor.css'

/** The closed set, and nothing else: what is pasted from elsewhere is read by this schema, so all beside it falls away. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    dropcursor: false,
  }),
]

type RichTextEditorProps = {
  /** What it begins with; later changes from outside are not taken. */
  start: RichText
  label: string
  placeholder: string
  onChange: (text: RichText) => void
}

const Count = ({ characters }: { characters: number }) => (
  <p className={characters > MOST_CHARACTERS ? 'rich-count t-red' : 'rich-count'} role="status">
    {characters > MOST_CHARACTERS ? `多了 ${characters - MOST_CHARACTERS} 字，最多 ${MOST_CHARACTERS} 字，请删去一些` : `${characters} 字`}
  </p>
)

/** Words with a little form, written in place. Loaded only by the page that writes: `lazy(() => import(…))`. */
const RichTextEditor = ({ start, label, placeholder, onChange }: RichTextEditorProps) => {
  const editor = useEditor({
    extensions,
    content: start as JSONContent,
    // Its sheet would come as a <style> without the page's nonce; ours stands in RichTextEditor.css.
    injectCSS: false,
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'rich-field' },
      transformPastedHTML: readyToPaste,
    },
    onUpdate: ({ editor: changed }) => onChange(closedOf(changed.getJSON() as LooseNode)),
  })
  const { characters, empty } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ characters: sizeOf(closedOf(now.getJSON() as LooseNode)).characters, empty: now.isEmpty }),
  })
  return (
    <div className="rich-editor">
      <RichTextTools editor={editor} />
      <div className="rich-place">
        {empty && (
          <p className="rich-hint" aria-hidden="true">
            {placeholder}
          </p>
        )}
        <EditorContent editor={editor} className="rich-text" />
      </div>
      <Count characters={characters} />
    </div>
  )
}

export default RichTextEditor
