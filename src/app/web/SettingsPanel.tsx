import { useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { Facts } from '../../ui/Facts.tsx'
import { chooseMode, type ModeChoice, useModeChoice } from '../../ui/mode.ts'
import { Section } from '../../ui/Section.tsx'
import { useSession } from '../../ui/session.ts'
import { leave } from './leave.ts'
import { modeWords } from './words.ts'

const modes = Object.entries(modeWords).map(([value, label]) => ({ value, label }))

/** Who is signed in, how it looks, and the way out; the same on desk and phone. */
export const SettingsPanel = () => {
  const session = useSession()
  const queries = useQueryClient()
  return (
    <>
      <Section title="账号">
        <Facts
          rows
          facts={[
            { label: '姓名', value: session.name },
            { label: '角色', value: session.roleName },
            { label: '单位', value: session.unitName },
            { label: '学校', value: session.schoolName },
          ]}
        />
      </Section>
      <Section title="外观" note="只记在这台设备上">
        <Radio.Group
          aria-label="外观"
          value={useModeChoice()}
          options={modes}
          onChange={event => chooseMode(event.target.value as ModeChoice)}
        />
      </Section>
      <Section title="离开">
        <Button size="large" onClick={() => void leave(queries)}>
          退出登录
        </Button>
      </Section>
    </>
  )
}
