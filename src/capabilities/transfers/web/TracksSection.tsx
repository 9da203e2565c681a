import { StateTag } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { AttemptView } from '../contract.ts'
import { proofNames, type TrackName, trackLabels, trackNames } from '../rules.ts'
import { trackLooks } from './track-words.ts'
import './versions.css'

const trackOf = ({ system, letter }: AttemptView, name: TrackName) => (name === 'system' ? system : letter)
const sentOn = ({ startedOn, handedOutOn }: AttemptView, name: TrackName) => (name === 'system' ? startedOn : handedOutOn)
const numberOf = ({ serial, letterNumber }: AttemptView, name: TrackName) => (name === 'system' ? serial : letterNumber)

/** An attempt that goes both ways: each with its own days and its own end. */
export const TracksSection = ({ attempt }: { attempt: AttemptView | undefined }) => {
  if (!attempt || trackNames.some(name => trackOf(attempt, name).at === 'none')) return null
  return (
    <Section title="两路进展" note="任一路接收即为已接收，另一路的结果到了再补登">
      <table className="versions tracks" aria-label="系统和纸质两路">
        <thead>
          <tr>
            <td />
            {trackNames.map(name => (
              <th key={name} scope="col">
                {trackLabels[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, said }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {trackNames.map(name => (
                <td key={name}>{said(attempt, name) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const rows = [
  { label: '结果', said: (attempt: AttemptView, name: TrackName) => <StateTag state={trackLooks[trackOf(attempt, name).at]} /> },
  { label: '编号', said: numberOf },
  { label: '转出', said: sentOn },
  { label: '有效期至', said: (attempt: AttemptView, name: TrackName) => trackOf(attempt, name).validUntil },
  { label: '结果日期', said: (attempt: AttemptView, name: TrackName) => trackOf(attempt, name).resultOn },
  {
    label: '凭据',
    said: (attempt: AttemptView, name: TrackName) => {
      const { proof } = trackOf(attempt, name)
      return proof && proofNames[proof]
    },
  },
]
