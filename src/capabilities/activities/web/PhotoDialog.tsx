import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { ActivityFile } from '../contract.ts'
import { MOST_CAPTION } from '../rules.ts'
import { savedWords } from './looks.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { addressOf, type Files, fileProblemWords } from './useFiles.ts'

const Caption = ({ photo, caption }: { photo: ActivityFile; caption: Files['caption'] }) => {
  const [typed, setTyped] = useState(photo.caption)
  const changed = typed.trim() !== photo.caption
  const save = () => changed && caption.mutate({ id: photo.id, caption: typed.trim() })
  return (
    <FormRow label="说明" optional error={caption.error ? fileProblemWords(caption.error) : undefined}>
      {field => (
        <span className="photo-say">
          <Input
            {...field}
            maxLength={MOST_CAPTION}
            placeholder="在哪里，做什么"
            value={typed}
            onChange={event => setTyped(event.target.value)}
            onPressEnter={save}
          />
          <Button disabled={!changed} loading={caption.isPending} onClick={save}>
            存说明
          </Button>
        </span>
      )}
    </FormRow>
  )
}

type PhotoDialogProps = {
  photos: readonly ActivityFile[]
  at: number
  files: Files
  mayChange: boolean
  onMove: (at: number) => void
  onClose: () => void
}

const isTyping = ({ target }: KeyboardEvent) => target instanceof HTMLInputElement

/** Whatever has the focus, the arrows turn the pages. */
function useArrows(move: (by: -1 | 1) => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === 'ArrowLeft') move(-1)
      if (event.key === 'ArrowRight') move(1)
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  })
}

/** One picture large; the arrows of the keyboard go to the one before and the one after. */
export const PhotoDialog = ({ photos, at, files, mayChange, onMove, onClose }: PhotoDialogProps) => {
  const [removing, setRemoving] = useState(false)
  const photo = photos[at]!
  const move = (by: -1 | 1) => {
    if (photos[at + by]) onMove(at + by)
  }
  useArrows(move)
  if (removing)
    return (
      <RemoveDialog
        file={photo}
        remove={files.remove}
        onClose={() => setRemoving(false)}
        onDone={() => (photos.length > 1 ? setRemoving(false) : onClose())}
      />
    )
  return (
    <Dialog title={`照片 ${at + 1}/${photos.length}`} onClose={onClose}>
      <div className="photo-large">
        <img
          key={photo.id}
          src={addressOf(photo.id)}
          alt={photo.caption || `活动照片，第 ${at + 1} 张`}
          width={photo.width!}
          height={photo.height!}
        />
        <div className="photo-moves">
          <Button disabled={at === 0} onClick={() => move(-1)}>
            上一张
          </Button>
          <Button disabled={at === photos.length - 1} onClick={() => move(1)}>
            下一张
          </Button>
          <span className="second photo-by">{savedWords({ at: photo.addedAt, by: photo.addedBy })}上传</span>
          <a className="link" href={addressOf(photo.id)} download>
            下载
          </a>
          {mayChange && (
            <button type="button" className="link" onClick={() => setRemoving(true)}>
              撤下
            </button>
          )}
        </div>
        {mayChange ? (
          <Caption key={`caption-${photo.id}`} photo={photo} caption={files.caption} />
        ) : (
          photo.caption && <p>{photo.caption}</p>
        )}
      </div>
    </Dialog>
  )
}
