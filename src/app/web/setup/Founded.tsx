import { Anchor } from '../../../ui/Anchor.tsx'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Section } from '../../../ui/Section.tsx'
import { type FirstAccount, founderWords } from '../../setup/founders.ts'

const steps: readonly { who: string; does: string }[] = [
  { who: '系统管理员', does: '在“单位”里导入单位表，在“账号”里导入各单位的工作人员' },
  { who: '党委组织部', does: '在“方案”里填离校日、核对期限和项目，把本校的表样上传到“表格”' },
  { who: '党委组织部', does: '在“接转 · 往届未了”里导入往届保留、延期和未回的回执' },
  { who: '党委组织部', does: '在“名册 · 比对”里与党务系统导出的名单比对' },
  { who: '党委组织部', does: '在“通知”里印发今年的通知' },
]

/** The accounts are shown once; then what comes next. */
export const Founded = ({ accounts }: { accounts: readonly FirstAccount[] }) => (
  <>
    <Section title="学校开设好了" note="下面的口令只显示这一次，请现在抄下，分别交给本人">
      <table className="setup-accounts">
        <thead>
          <tr>
            <th scope="col">职务</th>
            <th scope="col">姓名</th>
            <th scope="col">账号</th>
            <th scope="col">首次口令</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ role, name, login, password }) => (
            <tr key={role}>
              <td>{founderWords[role]}</td>
              <td>{name}</td>
              <td>{login}</td>
              <td>
                <Copyable text={password} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
    <Section title="接下来">
      <ol className="setup-next">
        {steps.map(({ who, does }) => (
          <li key={does}>
            <b>{who}</b> {does}
          </li>
        ))}
      </ol>
      <p>
        <Anchor className="link" href="/login">
          去登录
        </Anchor>
      </p>
    </Section>
  </>
)
