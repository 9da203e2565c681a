import { type OwnDataPart, ownDataTime, type RequestContext } from '../accounts/index.ts'
import { answerInWords, handoverInWords } from './rules.ts'
import { openLetters } from './sheets.ts'
import { handoverOf } from './store/handovers.ts'
import { answersTo } from './store/receipts.ts'
import * as store from './store.ts'

/** By whom and how, as the register has it; of before the register the name alone. */
async function takenInWords({ trx, scope }: RequestContext, { id, pickedUpBy }: store.LetterRow): Promise<string | null> {
  const handed = await handoverOf(trx, scope, id)
  return handed ? handoverInWords(handed) : pickedUpBy
}

/** What this room tells a member: every letter, what it says, who printed it and when. */
export const lettersOwnData: OwnDataPart = {
  key: 'letters',
  label: '组织关系介绍信',
  columns: {
    number: '编号',
    addressee: '抬头',
    to: '去往',
    issuedOn: '开具日期',
    by: '开具人',
    validUntil: '有效期至',
    content: '信上的本人信息',
    pickedUp: '领取',
    answered: '对方网上回应',
    received: '接收日期',
    voided: '作废',
    prints: '打印记录',
  },
  async read(context, memberId) {
    const { trx, scope } = context
    const letters = (await store.lettersOf(trx, scope, memberId)).reverse()
    const opened = await openLetters(
      context,
      letters.map(({ id }) => id),
    )
    const ids = letters.map(({ id }) => id)
    const answers = Map.groupBy(ids.length ? await answersTo(trx, scope, ids) : [], ({ letterId }) => letterId)
    const rows = []
    for (const letter of letters) {
      const content = opened.get(letter.id)?.content
      const prints = await store.printsOf(trx, scope, letter.id)
      rows.push({
        number: letter.numberText,
        addressee: letter.addresseeName,
        to: content?.to ?? null,
        issuedOn: letter.issuedOn,
        by: letter.issuedName,
        validUntil: letter.validUntil,
        content: content
          ? [content.name, content.sex, content.ethnicGroup, content.membership, content.idNumber, content.phone].join('，')
          : null,
        pickedUp: letter.pickedUpOn && [letter.pickedUpOn, await takenInWords(context, letter)].filter(Boolean).join(' '),
        answered: (answers.get(letter.id) ?? []).map(answer => `${answer.on} ${answerInWords(answer)}`).join('；') || null,
        received: letter.receivedOn,
        voided: letter.voidedOn && [letter.voidedOn, letter.voidNote].filter(Boolean).join(' '),
        prints: prints.map(({ at, actorName }) => `${ownDataTime(at)} ${actorName}`).join('；') || null,
      })
    }
    return rows
  },
}
