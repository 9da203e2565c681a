import { type Day, dayInWords } from '../../../../kernel/day.ts'
import { Mark } from '../../../../ui/Mark.tsx'
import { receiptAnswerNames } from '../../rules.ts'
import { type End, endTitles } from './words.ts'

const words: { [Standing in End['standing']]: (end: Extract<End, { standing: Standing }>) => readonly string[] } = {
  kept: ({ on, answer }) => [
    `${dayInWords(on as Day)}，您处回应：${receiptAnswerNames[answer]}。`,
    '学校会按登记的电话回拨核实。网上回应不代替回执，盖章的回执联仍请寄回。',
    '这一页可以截图备查；再打开时只显示回应的日期和内容。',
  ],
  answered: ({ on, answer }) => [
    `${dayInWords(on as Day)}，已有回应：${receiptAnswerNames[answer]}。`,
    '同一封信只收一次回应，这里不再显示信上内容。要更正的，请打介绍信上的电话联系学校。',
  ],
  voided: ({ on, reissued }) => [
    `学校已于 ${dayInWords(on as Day)}作废这封信${reissued ? '，并另开了新的一封' : ''}，不能再凭它办理。`,
    reissued ? '请让党员交来新的介绍信，以新信为准。' : '如已凭这封信办理，请打介绍信上的电话联系学校。',
  ],
  received: ({ on }) => [`学校已于 ${dayInWords(on as Day)}凭回执或回拨核实登记接收，不用再回应。`],
}

const tones = { kept: 'green', answered: 'grey', voided: 'ochre', received: 'green' } as const
const glyphs = { kept: 'check', answered: 'solid', voided: 'cross', received: 'check' } as const
const marks: Record<End['standing'], string> = { kept: '已送达', answered: '已回应', voided: '已作废', received: '已登记' }

/** Nothing is left to do here: what happened, on which day, and what comes next. */
export const Ended = ({ end, number }: { end: End; number: string | undefined }) => (
  <section className="receipt-end">
    <Mark tone={tones[end.standing]} glyph={glyphs[end.standing]} pill>
      {marks[end.standing]}
    </Mark>
    <h1 tabIndex={-1}>{endTitles[end.standing]}</h1>
    {end.standing === 'kept' && number && <p className="receipt-number">介绍信 {number}</p>}
    {words[end.standing](end as never).map(line => (
      <p key={line}>{line}</p>
    ))}
  </section>
)
