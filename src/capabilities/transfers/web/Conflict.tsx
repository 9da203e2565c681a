import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { CaseView } from '../contract.ts'
import { type Typed, typedFrom } from './answers.ts'
import { BothVersions } from './BothVersions.tsx'
import type { DestinationDraft } from './draft.ts'
import { nameOf, usePlaces, wayTo } from './places.ts'
import { formLines } from './versions.ts'

type ConflictProps = {
  draft: DestinationDraft
  /** The graduate's own form, spoken to as such. */
  own?: boolean
  onReload: () => Promise<CaseView | undefined>
}

/** The list of places is at hand wherever one was picked; without it the code says enough to differ. */
const usePlaceNames = () => {
  const places = usePlaces().data ?? []
  return ({ answers: { receiverPlace, householdPlace } }: Typed) => ({
    receiverPlace: nameOf(wayTo(places, receiverPlace ?? '')) || (receiverPlace ?? ''),
    householdPlace: nameOf(wayTo(places, householdPlace ?? '')) || (householdPlace ?? ''),
  })
}

/** Somebody else saved this form meanwhile: both versions stand side by side, and nothing of either is lost before a word is said. */
export const Conflict = ({ draft, own = false, onReload }: ConflictProps) => {
  const theirs = useQuery({ queryKey: ['transfer-conflict', draft.problem?.version], queryFn: onReload, gcTime: 0, staleTime: 0 }).data
  const namesOf = usePlaceNames()
  const box = useRef<HTMLDivElement>(null)
  // Far down in a long form one would type on without seeing it.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  const you = own ? '你' : '您'
  const lines = theirs ? formLines(draft.form, typedFrom(theirs.form, theirs.own), namesOf) : []
  return (
    <div ref={box} className="versions-box" role="alert">
      <p>
        这份去向刚刚在别处改过{own ? '，可能是支部老师代填' : ''}。{you}这里填的都还在，没有覆盖它。
      </p>
      {lines.length > 0 && <BothVersions label="两份去向" here={`${you}填的`} there="别处新填的" lines={lines} />}
      {theirs && lines.length === 0 && <p className="second">两份内容相同。</p>}
      <div className="row">
        <Button disabled={!theirs} onClick={() => theirs && draft.takeTheirs(theirs)}>
          用新填的
        </Button>
        <Button disabled={!theirs} onClick={draft.keepMine}>
          留{you}填的
        </Button>
      </div>
    </div>
  )
}
