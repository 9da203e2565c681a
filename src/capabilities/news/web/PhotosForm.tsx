import { Button, Input } from 'antd'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { NewsView } from '../contract.ts'
import { MOST_CAPTION, MOST_PHOTOS } from '../rules.ts'
import { addressOf, usePhotos } from './usePhotos.ts'

/** The photographs in their order, each with its words. */
export const PhotosForm = ({ view }: { view: NewsView }) => {
  const { photos } = view
  const { busy, wrong, add, arrange, remove } = usePhotos(view)
  const say = (id: string, caption: string) => {
    if (photos.find(photo => photo.id === id)?.caption !== caption)
      void arrange(photos.map(photo => (photo.id === id ? { ...photo, caption } : photo)))
  }
  const forward = (at: number) => void arrange(photos.with(at - 1, photos[at]!).with(at, photos[at - 1]!))
  return (
    <Section title="照片" note={photos.length > 0 && `${photos.length} 张`}>
      <ul className="news-photos" aria-label="稿件照片">
        {photos.map(({ id, caption }, at) => (
          <li key={id}>
            <img src={addressOf(id, true)} alt={caption || `第 ${at + 1} 张照片`} />
            <Input
              aria-label={`第 ${at + 1} 张照片的说明`}
              placeholder="说明：谁在哪里做什么"
              maxLength={MOST_CAPTION}
              defaultValue={caption}
              onBlur={event => say(id, event.target.value.trim())}
            />
            <span className="news-photo-acts">
              {at > 0 && (
                <Button size="small" disabled={busy} onClick={() => forward(at)}>
                  往前
                </Button>
              )}
              <Button size="small" danger disabled={busy} onClick={() => void remove(id)}>
                撤下
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {wrong.map(words => (
        <p key={words} className="form-error" role="alert">
          {words}
        </p>
      ))}
      {photos.length < MOST_PHOTOS && (
        <FileDrop
          multiple
          label={busy ? '正在上传' : '添加照片'}
          hint={`可一次选几张，最多 ${MOST_PHOTOS} 张；自动缩小，去掉拍摄地点，加密保存`}
          accept="image/jpeg,image/png,image/webp"
          disabled={busy}
          onFiles={files => void add(files)}
        />
      )}
    </Section>
  )
}
