import { type Day, dayInWords, daysBetween } from '../../../../kernel/day.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Mark } from '../../../../ui/Mark.tsx'
import type { ReceiptStanding } from '../../contract.ts'

export type Opened = Extract<ReceiptStanding, { standing: 'open' }>

const daysLeft = (validUntil: Day, today: Day) => {
  const left = daysBetween(today, validUntil)
  return left === 0 ? '今天是最后一天' : `还有 ${left} 天`
}

/** The verdict first, then the facts in the order of the paper. */
export const Letter = ({ letter }: { letter: Opened }) => {
  const [issuedOn, validUntil, today] = [letter.issuedOn as Day, letter.validUntil as Day, letter.today as Day]
  const valid = validUntil >= today
  return (
    <section aria-labelledby="receipt-letter">
      <Mark tone={valid ? 'green' : 'ochre'} glyph={valid ? 'check' : 'q3'} pill>
        {valid ? '与我校开具记录一致，在有效期内' : '与我校开具记录一致，有效期已过'}
      </Mark>
      <h1 id="receipt-letter" tabIndex={-1}>
        党员组织关系介绍信
      </h1>
      <p className="receipt-number">{letter.number}</p>
      <Facts
        rows
        facts={[
          { label: '党员', value: `${letter.name}同志` },
          { label: '抬头', value: letter.addressee },
          { label: '由', value: letter.from },
          { label: '去', value: letter.to },
          { label: '开具日期', value: dayInWords(issuedOn) },
          { label: '有效期至', value: `${dayInWords(validUntil)}${valid ? `，${daysLeft(validUntil, today)}` : ''}` },
        ]}
      />
      <p className="fine receipt-check">请与手中原件逐项核对。这里只显示纸面已有的内容，不含身份证号和电话。</p>
      {!valid && <p className="second receipt-check">党员在有效期内已来报到的，请照实回应；没有来报到的，请让党员联系学校换开。</p>}
    </section>
  )
}
