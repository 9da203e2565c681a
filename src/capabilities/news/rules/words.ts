import type { NewsKind, NewsPart, NewsState } from './life.ts'

export const kindNames: Record<NewsKind, string> = { person: '典型人物', deed: '典型事迹', activity: '活动报道', other: '其他' }

export const stateNames: Record<NewsState, string> = {
  draft: '草稿',
  above: '待总支审核',
  sent: '待宣传部接收',
  received: '宣传部审核中',
  returned: '退回修改',
  accepted: '已采用',
  published: '已刊发',
}

export const partNames: Record<NewsPart, string> = { title: '标题', byline: '署名', text: '正文', consent: '本人同意的日期' }
