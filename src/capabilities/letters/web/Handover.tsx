import { useMutation } from '@tanstack/react-query'
import { type Fact, Facts } from '../../../ui/Facts.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import type { LetterView } from '../contract.ts'
import { authorityNames, signedNames } from '../rules/handover.ts'
import { lettersApi } from './client.ts'

type HandoverProps = { letter: LetterView; handover: NonNullable<LetterView['handover']> }

const factsOf = ({ handover }: HandoverProps): Fact[] => [
  ...(handover.signed ? [{ label: '签名', value: signedNames[handover.signed] }] : []),
  ...(handover.relation ? [{ label: '与本人关系', value: handover.relation }] : []),
  ...(handover.authority ? [{ label: '委托', value: authorityNames[handover.authority] }] : []),
  ...(handover.approvedBy ? [{ label: '批准', value: `${handover.approvedBy}：${handover.reason ?? ''}` }] : []),
  ...(handover.together > 1 ? [{ label: '同时交出', value: `${handover.together} 封` }] : []),
  { label: '登记人', value: handover.enteredBy },
]

/** The line of the pick-up register, and what proves it. */
export const Handover = ({ letter, handover }: HandoverProps) => {
  const open = useMutation({
    mutationFn: (which: 'signature' | 'scan') => lettersApi.handoverFile.call({ id: letter.id, which }),
    onSuccess: file => saveFile(file, '领取凭据'),
  })
  const files = [
    { which: 'signature', words: '看签名', there: handover.hasSignature },
    { which: 'scan', words: '看凭据', there: handover.hasScan },
  ] as const
  return (
    <Section title="领取登记">
      <Facts rows facts={factsOf({ letter, handover })} />
      {letter.can.includes('open-handover') && (
        <p className="row second">
          {files.map(
            ({ which, words, there }) =>
              there && (
                <button key={which} type="button" className="link" disabled={open.isPending} onClick={() => open.mutate(which)}>
                  {words}
                </button>
              ),
          )}
          <span>查看会留痕</span>
        </p>
      )}
      {open.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(open.error))}
        </p>
      )}
    </Section>
  )
}
