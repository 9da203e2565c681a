import { Button } from 'antd'
import type { AttemptView } from '../contract.ts'
import { stateLooks } from './words.ts'

type AttemptPickerProps = { attempts: readonly AttemptView[]; picked: string | undefined; onPick: (id: string) => void }

/** Where there are several attempts the steps below belong to one of them: the living one unless another is picked. */
export const AttemptPicker = ({ attempts, picked, onPick }: AttemptPickerProps) => {
  if (attempts.length < 2) return null
  const shown = attempts.find(({ id }) => id === picked) ?? attempts.find(({ living }) => living)
  return (
    <nav className="row attempt-picker" aria-label="看哪一次接转">
      {attempts.map(attempt => (
        <Button
          key={attempt.id}
          type={attempt.id === shown?.id ? 'default' : 'text'}
          aria-pressed={attempt.id === shown?.id}
          onClick={() => onPick(attempt.id)}
        >
          第 {attempt.ordinal} 次　{stateLooks[attempt.state].word}
        </Button>
      ))}
    </nav>
  )
}
