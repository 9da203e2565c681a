import { Button, Dropdown } from 'antd'
import { Foot } from '../../../ui/Foot.tsx'
import { useSession } from '../../../ui/session.ts'
import { type BatchStep, type Choice, MOST, stepsOf } from './choice.ts'
import { stepWords } from './step-words.ts'
import { mayTake } from './steps.ts'

type BatchFootProps = {
  choice: Choice
  /** How many the filter holds in all. */
  total: number
  onAll: () => void
  onClear: () => void
  onStep: (step: BatchStep) => void
}

/** `check` has two sides with one word on the button: the foot names the side. */
const footWords: Partial<Record<BatchStep, string>> = {
  'branch-verify': '支部核对通过',
  'secondary-verify': '总支核对通过',
  'branch-send-back': '支部退回本人',
  'secondary-send-back': '总支退回',
  accept: '登记接收',
}

const labelOf = ({ step, count }: { step: BatchStep; count: number }) => `${footWords[step] ?? stepWords[step].button} ${count} 人`

export const BatchFoot = ({ choice, total, onAll, onClear, onStep }: BatchFootProps) => {
  const { can } = useSession()
  const open = stepsOf(choice, mayTake(can))
  const [main, second, ...rest] = open
  return (
    <Foot chosen={`已选 ${choice.size} 人`} note={main ? undefined : '所选的人现在没有可以成批办理的一步'}>
      {choice.size < Math.min(total, MOST) && (
        <Button type="text" onClick={onAll}>
          选上全部 {Math.min(total, MOST)} 人
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map(each => ({ key: each.step, label: labelOf(each) })),
            onClick: ({ key }) => onStep(key as BatchStep),
          }}
        >
          <Button>其他</Button>
        </Dropdown>
      )}
      {second && <Button onClick={() => onStep(second.step)}>{labelOf(second)}</Button>}
      {main && (
        <Button type="primary" onClick={() => onStep(main.step)}>
          {labelOf(main)}
        </Button>
      )}
    </Foot>
  )
}
