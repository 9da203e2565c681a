import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../ui/session.ts'
import type { Step } from '../rules.ts'
import { transfersApi } from './client.ts'
import { StepDialog } from './StepDialog.tsx'
import { mayTake } from './steps.ts'

type Letter = { id: string; transferId: string }
const letterSteps = ['void-letter', 'hand-out'] as const satisfies readonly Step[]
const words: Record<(typeof letterSteps)[number], string> = { 'void-letter': '作废', 'hand-out': '登记领信' }

/** What its case still allows with this letter; nothing once a later one has taken its place. */
export const LetterActions = ({ letter }: { letter: Letter }) => {
  const { can } = useSession()
  const [taking, setTaking] = useState<Step>()
  const view = useQuery(transfersApi.get.queryOptions({ input: { id: letter.transferId } })).data
  const living = view?.attempts.find(attempt => attempt.living)
  if (!view || living?.letterId !== letter.id) return null
  const open = letterSteps.filter(step => view.can.includes(step) && mayTake(can)(step))
  return (
    <>
      {open.map(step => (
        <Button key={step} danger={step === 'void-letter'} onClick={() => setTaking(step)}>
          {words[step]}
        </Button>
      ))}
      {taking && <StepDialog view={view} step={taking} onClose={() => setTaking(undefined)} />}
    </>
  )
}
