import type { AwardRules, LetterPolicy } from '../rules.ts'

export const letterRuleWords: Record<LetterPolicy['rules'][number]['rule'], { name: string; means: string }> = {
  exception: { name: '组织部例外', means: '组织部写明理由后开具纸质介绍信' },
  'no-channel': { name: '系统转不到', means: '部队等没有网上通道的系统，开具纸质介绍信' },
  'asked-outside': { name: '省外且对方要求', means: '转往省外，且接收方或本人提出要纸质介绍信的，予以开具' },
}

export const awardStepWords: Record<AwardRules['steps'][number], string> = {
  branch: '支部推荐',
  'secondary-publicity': '党总支公示',
  'office-review': '组织部审核',
  'committee-decision': '党委研究',
  'school-publicity': '全校公示',
  commendation: '发文表彰',
}

export const roundingWords: Record<AwardRules['rounding'], string> = { down: '舍去小数', nearest: '四舍五入', up: '进一取整' }
