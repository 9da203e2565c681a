/** A letter with everything on it: the one whose print is kept as a picture. */
import { DEFAULT_NUMBER_PATTERN, type LetterFacts } from '../../src/capabilities/letters/rules.ts'
import { day } from '../../src/kernel/day.ts'

export const anOrdinary: LetterFacts = {
  pattern: DEFAULT_NUMBER_PATTERN,
  daizi: '岭示',
  numberInYear: 40,
  issuedOn: day('2023-06-02'),
  validDays: 90,
  numerals: 'capital',
  addressee: '中共杭州市委两新工作委员会',
  name: '欧阳静怡',
  sex: '女',
  born: day('2001-03-26'),
  ethnicGroup: '汉族',
  membership: '正式',
  idNumber: '449901200103260326',
  from: '岭南示范大学外国语学院英语第一党支部',
  to: '之江远航科技股份有限公司党委',
  duesPaidTo: '2023-06',
  phone: '13800000000',
  committee: {
    name: '中共岭南示范大学委员会',
    receiptTo: '中共岭南示范大学委员会组织部',
    address: '岭南示范大学行政楼 206 室',
    phone: '0750-0000126',
    fax: '0750-0000127',
    postCode: '529000',
  },
  receipt: { code: 'k3v9x2mqpw7t4z8d6ncb', url: 'https://qicheng.example.edu.cn/r/0001-k3v9x2mqpw7t4z8d6ncb' },
}
