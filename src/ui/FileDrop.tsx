import { FileAddOutlined } from '@ant-design/icons'
import { type ChangeEvent, type DragEvent, useState } from 'react'
import './filedrop.css'

type FileDropProps = {
  label: string
  /** Kinds and sizes that are taken, in words. */
  hint: string
  /** As in `<input accept>`: `.xlsx,.xls,.csv`. */
  accept: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** Drop, click or press Enter to choose a file. The server has the last word on its kind. */
export const FileDrop = ({ label, hint, accept, multiple = false, disabled = false, onFiles }: FileDropProps) => {
  const [over, setOver] = useState(false)

  const take = (files: FileList | null) => {
    const chosen = Array.from(files ?? [])
    if (chosen.length > 0 && !disabled) onFiles(multiple ? chosen : chosen.slice(0, 1))
  }

  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files)
    // The same file may be chosen again after it was mended.
    event.target.value = ''
  }

  return (
    <label
      className={over ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <FileAddOutlined aria-hidden="true" />
      <b>{label}</b>
      <span className="second">{hint}</span>
      <input type="file" className="only-read" accept={accept} multiple={multiple} disabled={disabled} onChange={picked} />
    </label>
  )
}
