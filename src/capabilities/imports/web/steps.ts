/** Where the wizard stands: the answer of the server decides, then what the person asked to see again. */
import type { PreviewView } from '../contract.ts'

export const wizardSteps = ['file', 'header', 'columns', 'check', 'done'] as const
export type WizardStep = (typeof wizardSteps)[number]

type Facts = { import: Pick<PreviewView['import'], 'state'>; problem: PreviewView['problem'] }

/** A sheet that cannot be read as it is mapped is never checked; one that was committed only shows its result. */
export const stepOf = ({ import: { state }, problem }: Facts, asked: string | undefined): WizardStep => {
  if (state !== 'checked') return 'done'
  if (asked === 'header' || asked === 'columns') return asked
  return problem ? 'columns' : 'check'
}
