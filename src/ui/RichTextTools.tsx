import { type Editor, useEditorState } from '@tiptap/react'

type Tool = {
  word: string
  /** Where the word on the button is too short to be understood alone. */
  label?: string
  look?: 'bold' | 'italic' | 'underline'
  keys?: string
  isOn?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const marks: readonly Tool[] = [
  {
    word: '粗',
    label: '粗体',
    look: 'bold',
    keys: 'Ctrl+B',
    isOn: editor => editor.isActive('bold'),
    run: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    word: '斜',
    label: '斜体',
    look: 'italic',
    keys: 'Ctrl+I',
    isOn: editor => editor.isActive('italic'),
    run: editor => editor.chain().focus().toggleItalic().run(),
  },
  {
    word: '下划',
    label: '下划线',
    look: 'underline',
    keys: 'Ctrl+U',
    isOn: editor => editor.isActive('underline'),
    run: editor => editor.chain().focus().toggleUnderline().run(),
  },
]

const heading = (word: string, level: 2 | 3): Tool => ({
  word,
  isOn: editor => editor.isActive('heading', { level }),
  run: editor => editor.chain().focus().toggleHeading({ level }).run(),
})

const blocks: readonly Tool[] = [
  heading('标题', 2),
  heading('小标题', 3),
  { word: '列点', isOn: editor => editor.isActive('bulletList'), run: editor => editor.chain().focus().toggleBulletList().run() },
  { word: '编号', isOn: editor => editor.isActive('orderedList'), run: editor => editor.chain().focus().toggleOrderedList().run() },
  { word: '引用', isOn: editor => editor.isActive('blockquote'), run: editor => editor.chain().focus().toggleBlockquote().run() },
]

const steps: readonly Tool[] = [
  { word: '撤销', keys: 'Ctrl+Z', can: editor => editor.can().undo(), run: editor => editor.chain().focus().undo().run() },
  { word: '重做', keys: 'Ctrl+Shift+Z', can: editor => editor.can().redo(), run: editor => editor.chain().focus().redo().run() },
]

const groups = [marks, blocks, steps]
const tools = groups.flat()

/** Buttons with words: each says whether it holds where the cursor stands. */
export const RichTextTools = ({ editor }: { editor: Editor }) => {
  const now = useEditorState({
    editor,
    selector: ({ editor: held }) => tools.map(({ isOn, can }) => ({ on: isOn?.(held) ?? false, can: can?.(held) ?? true })),
  })
  return (
    <div className="rich-tools" role="toolbar" aria-label="格式">
      {groups.map(group => (
        <span key={group[0]!.word} className="rich-group">
          {group.map(tool => {
            const { on, can } = now[tools.indexOf(tool)]!
            return (
              <button
                key={tool.word}
                type="button"
                className={tool.look ? `rich-tool rich-${tool.look}` : 'rich-tool'}
                aria-label={tool.label}
                aria-pressed={tool.isOn ? on : undefined}
                title={[tool.label ?? tool.word, tool.keys].filter(Boolean).join('，')}
                disabled={!can}
                // The cursor stays where it is.
                onMouseDown={event => event.preventDefault()}
                onClick={() => tool.run(editor)}
              >
                {tool.word}
              </button>
            )
          })}
        </span>
      ))}
    </div>
  )
}
