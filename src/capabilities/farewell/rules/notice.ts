/** What a member reads and signs before leaving; 请核对 by each school before its first season. */
export const noticeTitle = '组织关系转接告知书'

export const noticeParagraphs = [
  '党员组织关系是党员对党的基层组织的隶属关系。按期转接组织关系，是每一名党员的义务，也是党性观念和组织观念的体现。',
  '离校前，请如实填报毕业去向和接收党组织的全称，并与对方确认；去向有变的，及时告诉所在支部，由学校重新办理。',
  '纸质介绍信由本人携带的，请在有效期内交到抬头所写的党组织，不得自行保管、涂改或转交他人；遗失、过期的，立即告诉所在支部。',
  '在党务系统里转接的，请关注进展，配合接收方办理；以对方接收为完成，不以发起为完成。',
  '办理期间照常参加组织生活、按月交纳党费。没有正当理由，连续六个月不参加党的组织生活，或不交纳党费，或不做党所分配的工作，按党章规定视为自行脱党。',
  '组织关系保留在学校的，请每半年至少与所在支部联系一次，联系方式有变及时告知；回国（境）或就业后，及时办理转接。',
  '接收以后的变动，由接收的党组织办理，学校不再重新开具介绍信。',
  '毕业以后，支部会继续与你保持联系。有困难、有变动，随时告诉我们。',
] as const

/** What the hash is taken of, and what is kept of what was read. */
export const noticeText = [noticeTitle, ...noticeParagraphs].join('\n')
