import type { Tone } from '../../../ui/palette.ts'
import type { NamingRefusal, OpenTerm, SignRefusal } from '../rules.ts'

export const signRefusalWords: Record<SignRefusal | 'purged', string> = {
  'nobody-here': '本单位这一届没有毕业生党员，没有账可签。',
  'still-open': '还有人没有着落，没有签署。请先把下面名单里的人办完，再来签。',
  'signed-already': '签过以后人数没有变动，没有重复签署。可以直接下载已签的最终账。',
  purged: '这一届的个人资料已按保存期限清除，最终账不能再排印。人数和签署记录仍在。',
}

export const namingRefusalWords: Record<NamingRefusal, string> = {
  'branch-itself': '支部离校后由谁跟进，由党总支指定，没有保存。',
  'not-that-teacher': '这位老师现在不在本总支任职，没有保存。请另选一位。',
  'needs-phone': '没有写电话，没有保存。毕业生要能找到这位老师。',
}

export const openTones: Record<OpenTerm, Tone> = {
  unreported: 'red',
  'in-school-process': 'ochre',
  'in-transit': 'blue',
  internal: 'plum',
}
