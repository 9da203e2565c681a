import type { SignInAnswer } from '../auth.ts'

export const answerWords: Record<Exclude<SignInAnswer, 'in' | 'second-factor'>, string> = {
  wrong: '账号或密码不对，没有登录。请核对后再输一次；忘记密码，请找所在党总支。',
  'wrong-code': '验证码不对，或已过了时效。请看手机上最新的六位数字再输一次。',
  'too-often': '尝试次数过多，账号先停一会儿。请五分钟后再试。',
  barred: '这个账号已停用，或不能从这里登录。请联系所在党总支或系统管理员。',
  offline: '没有连上服务器，账号还在框里。请检查网络后再试一次。',
  down: '服务器暂时不能登录，账号还在框里。请稍后再试。',
}
