import { useState } from 'react'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { ActivityFile, ActivityView } from '../contract.ts'
import { MOST_FILES } from '../rules.ts'
import { PhotoDialog } from './PhotoDialog.tsx'
import { SendingList } from './SendingList.tsx'
import { addressOf, useFiles } from './useFiles.ts'
import './files.css'

const ACCEPT = 'image/jpeg,image/png,image/webp'

const Photo = ({ photo, place, onOpen }: { photo: ActivityFile; place: string; onOpen: () => void }) => (
  <li>
    <button type="button" className="photo" aria-label={`看大图：${photo.caption || place}`} onClick={onOpen}>
      <img src={addressOf(photo.id, true)} alt="" loading="lazy" decoding="async" />
    </button>
    {photo.caption && <p className="photo-caption">{photo.caption}</p>}
  </li>
)

/** The wall of an activity: small pictures, each opens large. */
export const PhotosSection = ({ view }: { view: ActivityView }) => {
  const files = useFiles(view, 'photo')
  const [open, setOpen] = useState<number>()
  const photos = files.files
  const mayAdd = view.mayAdd.includes('photo')
  if (photos.length === 0 && !mayAdd) return null
  return (
    <Section title="照片" note={photos.length > 0 && `${photos.length} 张`}>
      {photos.length > 0 && (
        <ul className="photo-wall" aria-label="活动照片">
          {photos.map((photo, at) => (
            <Photo key={photo.id} photo={photo} place={`第 ${at + 1} 张`} onOpen={() => setOpen(at)} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <div className="keep-more">
          <FileDrop
            multiple
            label="添加照片"
            hint={`可一次选几张，最多 ${MOST_FILES.photo} 张；自动缩小，去掉拍摄地点，加密保存`}
            accept={ACCEPT}
            onFiles={files.add}
          />
        </div>
      )}
      <SendingList files={files} />
      {open !== undefined && photos.length > 0 && (
        <PhotoDialog
          photos={photos}
          at={Math.min(open, photos.length - 1)}
          files={files}
          mayChange={view.mayRemove}
          onMove={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}
