/** The season of one graduate, walked by everybody who has a part in it, each at their own screen. */
import type { Browser } from 'playwright-core'
import { Walk } from '../walk.ts'
import { fillDestination } from './destination.ts'
import { changePlan, enterDossier, followNotice, reportDuty } from './office.ts'
import { acceptCorrection, OWN_LOGIN, proposeCorrection } from './own-data.ts'
import { answerLetter, checkAnswer, handOutLetter } from './receipt.ts'
import { confirmItems, importRoster, markPeople, openPerson, ROWS } from './roster.ts'
import { closeList, signInTogether } from './sign-in.ts'
import { acceptRegister, check, feedBack, GRADUATE, issueLetter, submitRegister } from './transfer.ts'

type Equation = { whole: number; terms: Record<string, number>; beside: number }

const equationOf = async (walk: Walk) => (await walk.read<{ equation: Equation }>('today')).equation

/** On the page and below it: the terms add up to the whole, and the whole to the roster. */
async function addsUp(walk: Walk): Promise<Equation> {
  await walk.page.goto('/today')
  await walk.page.getByText('等式成立').waitFor()
  const equation = await equationOf(walk)
  const roster = await walk.read<{ total: number }>(`cohorts/${await walk.cohort()}/graduates?limit=1`)
  const sum = Object.values(equation.terms).reduce((total, count) => total + count, 0)
  if (sum !== equation.whole || equation.whole + equation.beside !== roster.total || sum === 0)
    throw new Error(`whole ${equation.whole}, sum ${sum}, beside ${equation.beside}, roster ${roster.total}`)
  return equation
}

const steps: readonly { sentence: string; login: string | null; phone?: true; walk: (walk: Walk) => Promise<unknown> }[] = [
  { sentence: '组织部粘贴通知，认一条日期，看涉及谁，存为新版方案', login: 'zzb-chen', walk: changePlan },
  { sentence: '支部看通知，报任务完成', login: 'yy1-zhou', walk: reportDuty },
  { sentence: '总支看谁签收、谁办完', login: 'wy-lin', walk: followNotice },
  { sentence: '支部只用键盘录入装档材料', login: 'yy1-zhou', walk: enterDossier },
  { sentence: '支部导入老师的名册，在表格里改好红格，一次提交', login: 'yy1-zhou', walk: importRoster },
  { sentence: '支部确认新党员的五个一', login: 'yy1-zhou', walk: confirmItems },
  { sentence: '支部按拼音找到一个人，看他的一页', login: 'yy1-zhou', walk: openPerson },
  { sentence: '支部给选中的人打标签，先逐人预览，再存为常用视图', login: 'yy1-zhou', walk: markPeople },
  { sentence: '总支投出签到码，毕业生手机一扫就签到，屏幕上的人数跟着变', login: 'wy-lin', walk: signInTogether },
  { sentence: '支部补登记没带手机的人，结束签到表', login: 'yy1-zhou', walk: closeList },
  { sentence: '毕业生在手机上填去向，提交给支部', login: GRADUATE.login, phone: true, walk: fillDestination },
  { sentence: '毕业生在手机上更正自己的资料', login: OWN_LOGIN, phone: true, walk: proposeCorrection },
  { sentence: '支部核对毕业生提出的更正', login: 'yy1-zhou', walk: acceptCorrection },
  { sentence: '支部核对去向', login: 'yy1-zhou', walk: walk => check(walk, /^待支部核/, 'case-branch') },
  { sentence: '总支核对去向', login: 'wy-lin', walk: walk => check(walk, /^待总支核/, 'case-secondary') },
  { sentence: '总支提交附件2', login: 'wy-lin', walk: submitRegister },
  { sentence: '组织部反馈', login: 'zzb-chen', walk: feedBack },
  { sentence: '组织部开介绍信，存下 PDF', login: 'zzb-chen', walk: issueLetter },
  { sentence: '组织部登记信已领取', login: 'zzb-chen', walk: handOutLetter },
  { sentence: '接收方用手机扫回执联的码，核对介绍信并回应', login: null, phone: true, walk: answerLetter },
  { sentence: '组织部看到对方的网上回应，核实后登记转往下级', login: 'zzb-chen', walk: checkAnswer },
  { sentence: '组织部接收附件2', login: 'zzb-chen', walk: acceptRegister },
]

export async function walkSeason(browser: Browser, url: string, step: (sentence: string, work: () => Promise<void>) => Promise<void>) {
  const asOffice = async <Answer>(look: (walk: Walk) => Promise<Answer>) => {
    const walk = await Walk.begin(browser, url, 'zzb-chen')
    const answer = await look(walk)
    await walk.end()
    return answer
  }
  let before: Equation
  await step('等式成立：名册等于各项之和', async () => {
    before = await asOffice(addsUp)
  })
  for (const { sentence, login, phone, walk: take } of steps)
    await step(sentence, async () => {
      const walk = login ? await Walk.begin(browser, url, login, phone) : await Walk.visit(browser, url, phone)
      await take(walk)
      await walk.end()
    })
  await step('等式仍然成立，新党员和办过的人各在其项', async () => {
    const after = await asOffice(addsUp)
    const grown = after.whole - before.whole
    // The new ones have not said where they go, and one who had not is now on the way.
    const unreported = after.terms.unreported! - before.terms.unreported!
    if (grown !== ROWS || unreported !== ROWS - 1) throw new Error(`the whole grew by ${grown}, the unreported by ${unreported}`)
  })
}
