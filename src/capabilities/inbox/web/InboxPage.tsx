import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Messages } from './Messages.tsx'
import { Tasks } from './Tasks.tsx'
import '../../../ui/lines.css'
import './inbox.css'

/** What was told to this account, and the long work it began. */
export const InboxPage = () => (
  <Page title="消息">
    <div className="beside">
      <Messages />
      <Section title="后台任务" note="最近 20 件">
        <Tasks />
      </Section>
    </div>
  </Page>
)
