/** What the receipts desk says when it doesn't do something, and what it fills in by itself. */
import { callDoubtWords } from '../../letters/rules.ts'
import type { CaseView, ReceiverView } from '../contract.ts'
import { refusalWords } from '../rules/refusal-words.ts'
import type { CallRefusal, DifferenceRefusal, PictureRefusal, Refusal, Step } from '../rules.ts'
import type { Inputs } from './step-inputs.ts'

export const pictureRefusalWords: Record<PictureRefusal, string> = {
  'no-letter-out': '这件接转没有领走的介绍信，没有附上。请先登记领取，再附回执。',
  settled: '这件接转已经接收，照片没有改动。',
  'too-many': '一封信最多附 4 张，没有附上。请先撤下不用的。',
  'own-case': '这是您本人的接转，没有改动。请由另一位老师附上。',
  removed: '这张照片已经撤下，没有再改。',
  empty: '这个文件是空的，没有附上。请重新选择。',
  'too-large': '文件超过 8 MB，没有附上。请拍得小一些或压缩后再附。',
  heic: '这是 HEIC 照片，多数电脑打不开，没有附上。请转成 JPG 再附。',
  'not-that-kind': '只收 PDF 和照片（JPG、PNG），这一份没有附上。请另存后再附。',
}

export const callRefusalWords: Record<CallRefusal, string> = {
  'not-out': '这件接转现在不在途，没有要问的。',
  'own-case': '这是您本人的接转，没有记。请由另一位老师回拨。',
  'not-your-side': '回拨由党总支或组织部办，没有记。',
  'not-in-dictionary': '抬头库里没有这个党组织，不能回拨。请先在抬头库补上它和它的电话。',
  'no-phone': '抬头库里这个党组织没有电话，不能回拨。请先向对方或上级组织部查到号码，补进抬头库。',
  'number-changed': '抬头库里这一条刚刚改过，没有记。请看过现在的号码，再打再记。',
  'needs-answerer': '没有写接电话的是谁，没有记。请问清姓名再记。',
  'number-in-words': '写的话里有完整的证件号或手机号，没有记。请去掉号码。',
  'day-in-future': '日期还没到，没有记。请填实际打电话的那一天。',
}

/** In a word, where the button stands. */
export const callHindrance: Partial<Record<CallRefusal, string>> = {
  'not-in-dictionary': '抬头库里没有这个党组织',
  'no-phone': '抬头库里没有它的电话',
}

export const differenceRefusalWords: Record<DifferenceRefusal | Refusal, string> = {
  ...refusalWords,
  decided: '已经定过，没有再改。',
  'needs-why': '没有写清理由，没有定。请至少写 4 个字。',
  'no-step': '没有哪一步能照系统改，没有定。请选以这里为准或请单位核实；登记错了的，先在这件接转里改正。',
  'nobody-to-ask': '名册里没有这个人，没有单位可问。核实后选以这里为准，或先导入名册。',
  'no-deciding-side': '由党总支或组织部定，没有改动。',
}

export const doubtOf = (receiver: ReceiverView | null): string | null => (receiver?.doubt ? callDoubtWords[receiver.doubt] : null)

/** The dictionary's entry, opened; or an empty one for a name that it lacks. */
export const dictionaryHref = (receiver: ReceiverView | null, name: string | null): string =>
  receiver
    ? `/addressees?${new URLSearchParams({ q: receiver.name, id: receiver.id })}`
    : `/addressees?${new URLSearchParams({ q: name ?? '' })}`

/** Where a picture waits it is what was looked at; where a call proves acceptance, that call. */
export const saidByReceipt = ({ receipt, choices }: CaseView, step: Step): Partial<Inputs> => {
  if (step !== 'accept' && step !== 'accept-other') return {}
  const call = receipt.calls.find(({ proves }) => proves)
  const picture = receipt.pictures.length > 0 && choices.proofs.includes('stamped-receipt')
  const called = !picture && call && choices.proofs.includes('callback')
  return {
    ...(picture && { proof: 'stamped-receipt', shown: 'picture' }),
    ...(called && { proof: 'callback', on: call.on }),
    ...(call && { callId: call.id }),
  }
}
