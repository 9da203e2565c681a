/** 回执未回: a letter that left the office before this ledger was kept, and of which nothing came back. */
import type { Day } from '../../../kernel/day.ts'
import type { Ledger } from '../../imports/rules.ts'
import { isValidity, MOST_VALID_DAYS, willCome } from '../../letters/rules.ts'
import type { DestinationCode } from '../../plans/rules.ts'
import { destinations } from '../../transfers/rules.ts'
import type { Cells } from './entry.ts'
import type { CarryFacts } from './facts.ts'
import { error } from './needs.ts'

/** An internal move needs no letter, and who only stays has none. */
const leaves = (code: DestinationCode, { present }: CarryFacts) =>
  code !== 'D04' && (present?.plan.destinationPolicy[code].goesTo.some(route => route !== 'stay') ?? true)

export function checkUnreturned({ text, of }: Cells, facts: CarryFacts, { say }: Ledger): void {
  const [number, issuedOn, validDays] = [text('letterNumber'), of<Day>('issuedOn'), of<number>('validDays')]
  const code = of<DestinationCode>('destination')
  if (issuedOn && issuedOn > facts.today) say('issuedOn', error('in-future', '“开具日期”在今天之后。请核对日期。'))
  if (validDays !== null && !isValidity(validDays))
    say(
      'validDays',
      error('valid-days', `介绍信有效期一般不超过 ${MOST_VALID_DAYS} 天。请核对；原信确是这样写的，可说明理由后保留。`, true),
    )
  if (text('way') === 'system')
    say('way', error('no-paper', '只经党务系统转出的没有介绍信，也就没有回执。请核对方式；确有介绍信的请写“纸质”或“系统+纸质”。'))
  if (code && !leaves(code, facts))
    say(
      'destination',
      error('needs-no-letter', `“${destinations[code].label}”不开介绍信，去向类别和未了事项对不上。请核对；不清楚可以留空。`),
    )
  if (number && issuedOn && facts.series && willCome(number, Number(issuedOn.slice(0, 4)), facts.series))
    say(
      'letterNumber',
      error(
        'number-to-come',
        `“${number}”在本系统 ${facts.series.year} 年将要开出的号里，以后会重号，没有记下。请核对编号和开具日期；确是手工开的，请先设好本年的起始号。`,
      ),
    )
}
