import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { PictureView } from '../contract.ts'
import { transfersApi } from './client.ts'
import { shortDay } from './days.ts'
import { pictureRefusalWords } from './receipt-words.ts'
import './receipts.css'

/** The address of a blob, given back when it is no longer shown. */
const useAddress = (file: Blob | undefined): string | undefined => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

/** Each look is on record: read once while it is shown. */
export const Picture = ({ picture }: { picture: PictureView }) => {
  const { id, mime, addedName, addedAt } = picture
  const found = useQuery({
    queryKey: ['receipt-picture', id],
    queryFn: () => transfersApi.pictures.open.call({ id }) as Promise<File>,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const address = useAddress(found.data)
  const caption = `${addedName} ${shortDay(addedAt.slice(0, 10))} 附`
  return (
    <figure className="receipt-picture">
      {found.error && <p className="form-error">{wordsOf(problemOf(found.error), pictureRefusalWords)}</p>}
      {!found.error && !address && <Skeleton lines={6} />}
      {address && mime === 'application/pdf' && <iframe title={`盖章回执，${caption}`} src={address} />}
      {address && mime !== 'application/pdf' && (
        <a href={address} target="_blank" rel="noreferrer" title="点开看原图">
          <img alt={`盖章回执，${caption}`} src={address} />
        </a>
      )}
      <figcaption className="second">{caption}</figcaption>
    </figure>
  )
}

/** What 组织部 looks at while it fills in what the receipt says. */
export const PicturesBeside = ({ pictures }: { pictures: readonly PictureView[] }) => {
  const open = pictures.filter(({ can }) => can.includes('open'))
  if (open.length === 0) return null
  return (
    <section className="receipt-beside" aria-label="回执照片">
      {open.map(picture => (
        <Picture key={picture.id} picture={picture} />
      ))}
    </section>
  )
}
