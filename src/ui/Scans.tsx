/** Scans and photographs that stand with somebody: listed, opened, chosen. What they prove is the page's to say. */
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FileDrop } from './FileDrop.tsx'
import { saveFile } from './saveFile.ts'
import './scans.css'

const KILO = 1024
export const sizeInWords = (bytes: number): string =>
  bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`

export type Scan = {
  id: string
  name: string
  /** Beside the name. */
  note?: ReactNode
  mime: string
  size: number
  /** Who brought it, and when. */
  by: string
  openable: boolean
  removable: boolean
}

type ScanActs = {
  onOpen: (id: string) => Promise<Blob>
  onRemove: (id: string) => void
  /** What the reader is told about opening. */
  openTitle?: string | undefined
  problemWords: (error: unknown) => string
}

const Opening = ({ scan: { id, name }, acts: { onOpen, openTitle, problemWords } }: { scan: Scan; acts: ScanActs }) => {
  const open = useMutation({ mutationFn: () => onOpen(id), onSuccess: file => saveFile(file, name) })
  return (
    <>
      <button type="button" className="link" title={openTitle} disabled={open.isPending} onClick={() => open.mutate()}>
        {name}
      </button>
      {open.error && (
        <span className="form-error" role="alert">
          {problemWords(open.error)}
        </span>
      )}
    </>
  )
}

export const ScanList = ({ label, scans, ...acts }: ScanActs & { label: string; scans: readonly Scan[] }) => (
  <ul className="scans" aria-label={label}>
    {scans.map(scan => (
      <li key={scan.id}>
        <p>
          {scan.openable ? <Opening scan={scan} acts={acts} /> : scan.name}
          {scan.note}
        </p>
        <span className="second">
          {scan.by}　{scan.mime === 'application/pdf' ? 'PDF' : '照片'} {sizeInWords(scan.size)}
          {scan.removable && (
            <button type="button" className="link" aria-label={`撤下${scan.name}`} onClick={() => acts.onRemove(scan.id)}>
              撤下
            </button>
          )}
        </span>
      </li>
    ))}
  </ul>
)

type ScanChoiceProps = { file: File | undefined; accept: string; hint: string; onFile: (file: File | undefined) => void }

/** One file, chosen or still to be chosen; a phone offers its camera. */
export const ScanChoice = ({ file, accept, hint, onFile }: ScanChoiceProps) =>
  file ? (
    <p className="scan-chosen">
      <span>{file.name}</span>
      <span className="second">{sizeInWords(file.size)}</span>
      <button type="button" className="link" onClick={() => onFile(undefined)}>
        换一份
      </button>
    </p>
  ) : (
    <FileDrop label="选择扫描件或照片" hint={hint} accept={accept} onFiles={([chosen]) => onFile(chosen)} />
  )
