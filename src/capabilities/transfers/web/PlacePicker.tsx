import { Button } from 'antd'
import { useState } from 'react'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { nameOf, type Place, usePlaces, wayTo } from './places.ts'
import './answers.css'

type PlacePickerProps = { value: string | undefined; name: string | undefined; labelledBy: string; onPick: (code: string) => void }

const Choices = ({ places, onPick }: { places: readonly Place[]; onPick: (place: Place) => void }) => (
  <ul className="place-list">
    {places.map(place => (
      <li key={place.code}>
        <button type="button" onClick={() => onPick(place)}>
          {place.name}
        </button>
      </li>
    ))}
  </ul>
)

/** Province, city, county: one list after the other, each name large enough for a thumb. */
export const PlacePicker = ({ value, name, labelledBy, onPick }: PlacePickerProps) => {
  const places = usePlaces()
  const [way, setWay] = useState<readonly Place[]>([])
  const [open, setOpen] = useState(!value)

  if (!open && value) {
    const shown = places.data ? nameOf(wayTo(places.data, value)) : ''
    return (
      <div className="place-chosen">
        <b>{shown || name || value}</b>
        <Button onClick={() => setOpen(true)}>重选</Button>
      </div>
    )
  }
  if (places.isError)
    return (
      <p className="form-error" role="alert">
        地名没有读出来，已填的都在。
        <button type="button" className="link" onClick={() => void places.refetch()}>
          再试一次
        </button>
      </p>
    )
  if (!places.data) return <Skeleton lines={4} />

  const here = way.at(-1)
  const pick = (place: Place) => {
    if (place.children.length > 0) return setWay([...way, place])
    onPick(place.code)
    setWay([])
    setOpen(false)
  }
  const stopHere = () => {
    if (!here) return
    onPick(here.code)
    setWay([])
    setOpen(false)
  }
  return (
    <fieldset className="place" aria-labelledby={labelledBy}>
      {here && (
        <div className="place-way">
          <span aria-live="polite">{nameOf(way)}</span>
          <button type="button" className="link" onClick={() => setWay(way.slice(0, -1))}>
            返回上一级
          </button>
          {way.length > 1 && (
            <button type="button" className="link" onClick={stopHere}>
              只到{here.name}
            </button>
          )}
        </div>
      )}
      <Choices places={here?.children ?? places.data} onPick={pick} />
    </fieldset>
  )
}
