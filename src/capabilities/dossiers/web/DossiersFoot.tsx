import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Foot } from '../../../ui/Foot.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import type { DossierLine } from '../contract.ts'
import { dossiersApi } from './client.ts'
import type { BatchStep } from './words.ts'

/** A PDF for these people, handed to the downloads. */
export const usePaper = (paper: 'labels' | 'sheets') => {
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (graduateIds: string[]) => dossiersApi[paper].call({ graduateIds }),
    onSuccess: file => saveFile(file, paper === 'labels' ? '材料袋标签.pdf' : '装档清单.pdf'),
    onError: error => void message.error(wordsOf(problemOf(error), { 'no-bag': '有人还没有袋号，没有打印。请先核对签字。' })),
  })
}

type DossiersFootProps = { people: readonly DossierLine[]; onClear: () => void; onStep: (step: BatchStep) => void }

/** Only what somebody of the chosen can take is offered, with how many. */
export const DossiersFoot = ({ people, onClear, onStep }: DossiersFootProps) => {
  const labels = usePaper('labels')
  const sheets = usePaper('sheets')
  const able = (step: BatchStep) => people.filter(({ can }) => can.includes(step)).length
  const bagged = people.filter(({ bag }) => bag !== null)
  const button = (step: BatchStep, word: string, main = false) =>
    able(step) > 0 && (
      <Button key={step} type={main ? 'primary' : 'default'} onClick={() => onStep(step)}>
        {word} {able(step)} 人
      </Button>
    )
  return (
    <Foot chosen={`已选 ${people.length} 人`}>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      <Button loading={sheets.isPending} onClick={() => sheets.mutate(people.map(({ graduateId }) => graduateId))}>
        打印附件4
      </Button>
      {bagged.length > 0 && (
        <Button loading={labels.isPending} onClick={() => labels.mutate(bagged.map(({ graduateId }) => graduateId))}>
          打印标签 {bagged.length} 个
        </Button>
      )}
      {button('resume', '恢复移交')}
      {button('postpone', '暂不移交')}
      {button('send-back', '退回重装')}
      {button('pack', '装档签字', able('check') === 0)}
      {button('check', '核对签字', true)}
    </Foot>
  )
}
