import { Steps } from 'antd'
import type { ReactNode } from 'react'
import { Page } from '../../../ui/Page.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { ImportList } from './api.ts'
import { ListWordsProvider } from './listWords.ts'
import { type WizardStep, wizardSteps } from './steps.ts'
import { stepWords } from './words.ts'
import './wizard.css'

const titles: Record<WizardStep, (name: string, act: string) => string> = {
  file: (name, act) => `${act}${name}`,
  header: () => '认表头',
  columns: () => '对列',
  check: name => `核对${name}`,
  done: (name, act) => `${name}${act}结果`,
}

type WizardFrameProps = {
  list: ImportList
  step: WizardStep
  note?: ReactNode
  actions?: ReactNode
  /** Back to a step that was done already; absent where there is no way back. */
  onStep?: ((step: WizardStep) => void) | undefined
  children: ReactNode
}

const Bar = ({ step, onStep }: Pick<WizardFrameProps, 'step' | 'onStep'>) => {
  const current = wizardSteps.indexOf(step)
  const narrow = useNarrow()
  if (narrow)
    return (
      <p className="wizard-place second">
        第 {current + 1} 步，共 {wizardSteps.length} 步：{stepWords[step]}
      </p>
    )
  const mayGo = (at: number) => onStep !== undefined && at > 0 && at < wizardSteps.length - 1
  return (
    <Steps
      className="wizard-steps"
      size="small"
      current={current}
      items={wizardSteps.map((name, at) => ({ title: stepWords[name], disabled: !mayGo(at) }))}
      {...(onStep && { onChange: at => mayGo(at) && onStep(wizardSteps[at]!) })}
    />
  )
}

/** The five steps of an import; the page's head stands still while they change. */
export const WizardFrame = ({ list, step, note, actions, onStep, children }: WizardFrameProps) => {
  const act = list.act ?? '导入'
  return (
    <ListWordsProvider value={list}>
      <Page
        wide
        title={titles[step](list.name, act)}
        crumbs={[{ label: list.name, href: list.home }, { label: act }]}
        note={note}
        actions={actions}
      >
        <Bar step={step} onStep={onStep} />
        {children}
      </Page>
    </ListWordsProvider>
  )
}
